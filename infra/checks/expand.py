"""Expands a SAM template into plain CloudFormation, as a deployment would, without AWS."""

import json
import os
import sys

from cfnlint.decode.cfn_yaml import load
from samtranslator.parser.parser import Parser
from samtranslator.translator.transform import transform


class Policies:
    """The managed policies that SAM itself adds to roles."""

    def load(self):
        names = [
            "service-role/AWSLambdaBasicExecutionRole",
            "service-role/AWSLambdaSQSQueueExecutionRole",
            "service-role/AWSLambdaDynamoDBExecutionRole",
        ]
        return {name.split("/")[-1]: "arn:aws:iam::aws:policy/" + name for name in names}


def plain(value):
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return str(value) if isinstance(value, str) else value


def expanded(path):
    template = plain(load(path))
    root = os.path.dirname(os.path.abspath(path))
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
    result = transform(template, {}, Policies())
    for resource in result["Resources"].values():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::CloudFormation::Stack":
            properties["TemplateURL"] = os.path.join(root, properties["TemplateURL"])
    return result


if __name__ == "__main__":
    source, target = sys.argv[1:]
    with open(target, "w", encoding="utf-8") as out:
        json.dump(expanded(source), out, indent=1)
