package dev.parley.local.template;

import java.util.Map;
import java.util.Set;

/** Which properties of which types the runner honours, and which mean nothing on one machine. */
final class Properties {
  /** Types with no effect here: they watch, permit or keep what runs elsewhere. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::Logs::QueryDefinition",
          "AWS::SNS::Topic",
          "AWS::SNS::TopicPolicy",
          "AWS::SNS::Subscription",
          "AWS::SQS::QueuePolicy",
          "AWS::IAM::Role",
          "AWS::IAM::Policy",
          "AWS::IAM::ManagedPolicy",
          "AWS::Lambda::Permission",
          "AWS::Scheduler::ScheduleGroup");

  private static final Map<String, Set<String>> KNOWN =
      Map.ofEntries(
          Map.entry(
              "AWS::Serverless::Function",
              Set.of(
                  "Handler",
                  "Environment",
                  "Timeout",
                  "MemorySize",
                  "Events",
                  "FunctionName",
                  "ReservedConcurrentExecutions",
                  "EventInvokeConfig",
                  // without effect here
                  "CodeUri",
                  "Runtime",
                  "Architectures",
                  "Policies",
                  "Role",
                  "SnapStart",
                  "Tags",
                  "AutoPublishAlias",
                  "AutoPublishAliasAllProperties",
                  "AutoPublishCodeSha256",
                  "DeploymentPreference",
                  "Tracing",
                  "Description",
                  "LoggingConfig",
                  "EphemeralStorage",
                  "PropagateTags",
                  "RuntimeManagementConfig",
                  "PackageType",
                  "ProvisionedConcurrencyConfig",
                  "PermissionsBoundary",
                  "KmsKeyArn",
                  "VersionDescription",
                  "VersionDeletionPolicy",
                  "RecursiveLoop")),
          Map.entry(
              "AWS::Serverless::HttpApi",
              Set.of(
                  "Name",
                  "StageName",
                  "Description",
                  "Tags",
                  "PropagateTags",
                  "AccessLogSettings",
                  "DefaultRouteSettings",
                  "RouteSettings",
                  "FailOnWarnings",
                  "DisableExecuteApiEndpoint")),
          Map.entry(
              "AWS::DynamoDB::Table",
              Set.of(
                  "TableName",
                  "AttributeDefinitions",
                  "KeySchema",
                  "GlobalSecondaryIndexes",
                  "LocalSecondaryIndexes",
                  "BillingMode",
                  "ProvisionedThroughput",
                  "StreamSpecification",
                  "TimeToLiveSpecification",
                  // without effect here
                  "PointInTimeRecoverySpecification",
                  "SSESpecification",
                  "Tags",
                  "TableClass",
                  "DeletionProtectionEnabled",
                  "OnDemandThroughput",
                  "WarmThroughput",
                  "ContributorInsightsSpecification",
                  "ResourcePolicy")),
          Map.entry(
              "AWS::SQS::Queue",
              Set.of(
                  "QueueName",
                  "FifoQueue",
                  "ContentBasedDeduplication",
                  "DelaySeconds",
                  "VisibilityTimeout",
                  "MessageRetentionPeriod",
                  "MaximumMessageSize",
                  "ReceiveMessageWaitTimeSeconds",
                  "RedrivePolicy",
                  // without effect here
                  "DeduplicationScope",
                  "FifoThroughputLimit",
                  "RedriveAllowPolicy",
                  "Tags",
                  "KmsMasterKeyId",
                  "KmsDataKeyReusePeriodSeconds",
                  "SqsManagedSseEnabled")),
          Map.entry(
              "AWS::KMS::Key",
              Set.of(
                  "Description",
                  "KeyPolicy",
                  "EnableKeyRotation",
                  "KeySpec",
                  "KeyUsage",
                  "Tags",
                  "PendingWindowInDays",
                  "RotationPeriodInDays",
                  "Enabled",
                  "MultiRegion")),
          Map.entry("AWS::KMS::Alias", Set.of("AliasName", "TargetKeyId")),
          Map.entry("AWS::Events::EventBus", Set.of("Name", "Description", "Tags")),
          Map.entry(
              "AWS::Serverless::Application",
              Set.of("Location", "Parameters", "NotificationARNs", "Tags", "TimeoutInMinutes")),
          Map.entry(
              "AWS::CloudFormation::Stack",
              Set.of("TemplateURL", "Parameters", "NotificationARNs", "Tags", "TimeoutInMinutes")));

  private Properties() {}

  /** Complains about a type or property that nothing here honours. */
  static void check(Resource resource) {
    if (WITHOUT_EFFECT.contains(resource.type())) {
      return;
    }
    Set<String> known = KNOWN.get(resource.type());
    if (known == null) {
      throw new TemplateFault(resource.place(), resource.type() + " can't be honoured here");
    }
    only(resource.rawProperties(), known, "a " + resource.type());
  }

  static void only(Node.Fields fields, Set<String> known, String owner) {
    fields
        .map()
        .forEach(
            (name, value) -> {
              if (!known.contains(name)) {
                throw new TemplateFault(
                    value.place(), "the property " + name + " of " + owner + " can't be honoured");
              }
            });
  }
}
