package dev.parley.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTest {
  private static final Surroundings HERE =
      new Surroundings(
          "eu-west-1",
          "123456789012",
          URI.create("http://127.0.0.1:9"),
          URI.create("http://127.0.0.1:8"));

  private static final String EACH_FUNCTION =
      """
      Mappings: {Sizes: {small: {memory: 256}}}
      Parameters:
        Names: {Type: CommaDelimitedList, Default: "a, b"}
      Conditions:
        Yes: !Equals [x, x]
        Both: !And [!Condition Yes, !Not [!Equals [x, y]]]
        Never: !Not [!Condition Yes]
        Either: !Or [!Equals [x, y], !Condition Both]
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties:
            Handler: x.F::handleRequest
            MemorySize: !FindInMap [Sizes, small, memory]
            Environment:
              Variables:
                JOINED: !Join ["-", [a, !Ref AWS::Region]]
                PICKED: !Select [1, !Ref Names]
                SPLIT: !Select [0, !Split ["/", p/q]]
                CHOSEN: !If [Either, one, two]
                GONE: !If [Either, !Ref AWS::NoValue, two]
                TEXT: !Sub ["${Name}-${!Kept}-${F.Arn}", {Name: n}]
        Not:
          Type: AWS::SQS::Queue
          Condition: Never
      """;

  @TempDir Path folder;

  private Deployment read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), yaml);
    return Deployment.read(file, Map.of(), HERE);
  }

  private static Deployment small() throws Exception {
    Path template = Path.of(DeploymentTest.class.getResource("/small-template.yaml").toURI());
    return Deployment.read(template, Map.of("PublicBaseUrl", "https://go.example"), HERE);
  }

  @Test
  void resolvesWhatTheEnvironmentIsMadeOf() throws Exception {
    FunctionSpec echo = small().function("Echo");

    assertEquals(
        Map.of(
            "COMMON", "everywhere",
            "OWN", "NotesTable-eu-west-1",
            "PUBLIC_BASE_URL", "https://go.example",
            "LINE_API_BASE_URL", "https://api.line.me"),
        echo.environment());
    assertEquals(Duration.ofSeconds(5), echo.timeout());
    assertEquals(512, echo.memoryMegabytes());
    assertEquals(
        List.of("GET /echo/{id}", "POST /echo/{id}", "ANY /echo/files/{rest+}"),
        echo.triggers().stream().map(Trigger::label).toList());
  }

  @Test
  void readsEventSourcesWithAllTheySay() throws Exception {
    Trigger.Queue queue = (Trigger.Queue) small().function("Store").triggers().getFirst();
    List<Trigger> watch = small().function("Watch").triggers();

    assertEquals("OrderedQueue.fifo", queue.queue());
    assertEquals(5, queue.batchSize());
    assertTrue(queue.partialFailures());
    assertEquals("NotesTable", ((Trigger.Stream) watch.get(0)).table());
    assertEquals(ZoneId.of("Asia/Taipei"), ((Trigger.Schedule) watch.get(1)).zone());
  }

  @Test
  void readsTablesAndQueues() throws Exception {
    Deployment small = small();

    assertEquals("expiresAt", small.tables().getFirst().expiryAttribute());
    assertTrue(small.tables().getFirst().streams());
    QueueSpec ordered = small.queues().getFirst();
    assertTrue(ordered.fifo());
    assertEquals("OrderedDeadLetters.fifo", ordered.deadLetterQueue());
    assertEquals(Duration.ofSeconds(30), ordered.visibilityTimeout());
  }

  @Test
  void resolvesEachFunctionOfCloudFormation() throws Exception {
    Deployment deployment = read(EACH_FUNCTION);

    FunctionSpec function = deployment.functions().getFirst();
    assertEquals("x.F", function.handler());
    assertEquals(256, function.memoryMegabytes());
    assertEquals(
        Map.of(
            "JOINED", "a-eu-west-1",
            "PICKED", "b",
            "SPLIT", "p",
            "CHOSEN", "one",
            "TEXT", "n-${Kept}-arn:aws:lambda:eu-west-1:123456789012:function:F"),
        function.environment());
    assertTrue(deployment.queues().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Layers: [a]|t.yaml:5: the property Layers of a AWS::Serverless::Function can't be"
            + " honoured",
        "Timeout: soon|t.yaml:5: a whole number is expected here, not soon",
        "Environment: {Variables: {A: !Ref Nothing}}|t.yaml:5: there is no resource or parameter"
            + " Nothing",
        "Environment: {Variables: {A: !ImportValue x}}|t.yaml:5: Fn::ImportValue can't be honoured"
            + " here",
        "Environment: {Variables: {A: !GetAtt F.Colour}}|t.yaml:5: Colour of a"
            + " AWS::Serverless::Function can't be honoured here",
        "Events: {E: {Type: Kinesis}}|t.yaml:5: events of type Kinesis can't be honoured",
        "Events: {E: {Type: Schedule, Properties: {Schedule: rate(5 minute)}}}|t.yaml:5: rate(5"
            + " minute): number and unit don't fit",
      })
  void namesTheLineOfWhatItCantHonour(String property, String message) {
    String yaml =
        """
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              %s
              Handler: x.F
        """
            .formatted(property);

    TemplateFault fault = assertThrows(TemplateFault.class, () -> read(yaml));

    assertEquals(message, fault.getMessage());
  }

  @Test
  void refusesAResourceThatNothingHereRuns() {
    String yaml = "Resources:\n  S:\n    Type: AWS::Serverless::StateMachine\n";

    TemplateFault fault = assertThrows(TemplateFault.class, () -> read(yaml));

    assertEquals(
        "t.yaml:3: AWS::Serverless::StateMachine can't be honoured here", fault.getMessage());
  }
}
