package dev.parley.local.template;

/** What resources are called once deployed here: names, ARNs and URLs by their types. */
final class PhysicalNames {
  private PhysicalNames() {}

  /** The name that the template gives, or the logical id. */
  static String name(Resource resource) {
    String property =
        switch (resource.type()) {
          case "AWS::DynamoDB::Table" -> "TableName";
          case "AWS::SQS::Queue" -> "QueueName";
          case "AWS::Serverless::Function" -> "FunctionName";
          case "AWS::Events::EventBus" -> "Name";
          case "AWS::S3::Bucket" -> "BucketName";
          case "AWS::Logs::LogGroup" -> "LogGroupName";
          case "AWS::KMS::Alias" -> "AliasName";
          default -> "";
        };
    Node given = property.isEmpty() ? new Node.None(resource.place()) : resource.property(property);
    String name = given instanceof Node.Text text ? text.text() : resource.logicalId();
    boolean fifo =
        resource.type().equals("AWS::SQS::Queue")
            && resource.property("FifoQueue") instanceof Node.Text flag
            && flag.flag();
    return fifo && !name.endsWith(".fifo") ? name + ".fifo" : name;
  }

  static String ref(Resource resource) {
    Surroundings here = resource.stack().surroundings();
    return resource.type().equals("AWS::SQS::Queue")
        ? here.gateway() + "/" + here.account() + "/" + name(resource)
        : name(resource);
  }

  static String attribute(Resource resource, String attribute, Place place) {
    Surroundings here = resource.stack().surroundings();
    String name = name(resource);
    return switch (resource.type() + "." + attribute) {
      case "AWS::DynamoDB::Table.Arn" -> here.arn("dynamodb", "table/" + name);
      case "AWS::DynamoDB::Table.StreamArn" -> here.arn("dynamodb", "table/" + name + "/stream/x");
      case "AWS::SQS::Queue.Arn" -> here.arn("sqs", name);
      case "AWS::SQS::Queue.QueueName" -> name;
      case "AWS::SQS::Queue.QueueUrl" -> ref(resource);
      case "AWS::Serverless::Function.Arn" -> here.arn("lambda", "function:" + name);
      case "AWS::KMS::Key.Arn" -> here.arn("kms", "key/" + name);
      case "AWS::KMS::Key.KeyId" -> name;
      case "AWS::Events::EventBus.Arn" -> here.arn("events", "event-bus/" + name);
      case "AWS::Events::EventBus.Name" -> name;
      case "AWS::S3::Bucket.Arn" -> "arn:aws:s3:::" + name;
      case "AWS::Logs::LogGroup.Arn" -> here.arn("logs", "log-group:" + name);
      case "AWS::IAM::Role.Arn" -> "arn:aws:iam::" + here.account() + ":role/" + name;
      case "AWS::Serverless::HttpApi.ApiEndpoint" -> here.api().toString();
      default ->
          throw new TemplateFault(
              place, attribute + " of a " + resource.type() + " can't be honoured here");
    };
  }

  /** The last part of an ARN or URL, which is what the thing is called. */
  static String nameIn(String arnOrUrl) {
    String tail = arnOrUrl.substring(arnOrUrl.lastIndexOf(':') + 1);
    int stream = tail.indexOf("/stream/");
    String whole = stream < 0 ? tail : tail.substring(0, stream);
    return whole.substring(whole.lastIndexOf('/') + 1);
  }
}
