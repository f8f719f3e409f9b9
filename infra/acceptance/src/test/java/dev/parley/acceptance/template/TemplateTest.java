package dev.parley.acceptance.template;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.merchant.Scopes;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What neither the expansion nor the linter finds wrong in the template. */
class TemplateTest {
  private static final Template TEMPLATE = Template.read();
  private static final Pattern RATE =
      Pattern.compile("rate\\((1 (minute|hour|day)|([2-9]|\\d{2,}) (minutes|hours|days))\\)");

  /**
   * Variables without a right: what lists channels or endpoints never opens secrets, what looks a
   * link up counts nothing, and what fails a message leaves its conversation alone.
   */
  private static final Map<String, Set<String>> UNUSED_RIGHTS =
      Map.of(
          "CollectEvents", Set.of("SECRETS_KEY_ID"),
          "Operations", Set.of("SECRETS_KEY_ID"),
          "Replays", Set.of("SECRETS_KEY_ID"),
          "LookUpLink", Set.of("FIGURES_TABLE"),
          "ReportDetails", Set.of("FIGURES_TABLE"),
          "DeadLetters", Set.of("CONVERSATIONS_TABLE"));

  /** Rights without a variable: the message itself names what is to be read. */
  private static final Map<String, Set<String>> TOLD_BY_MESSAGES =
      Map.of("KeepDeadLetters", Set.of("OrdersStream", "MessagesStream", "ConversationsStream"));

  /** Outputs that are told and give no access. */
  private static final Pattern NO_THING = Pattern.compile(".*(MaxReceives|Name)");

  static Stream<FunctionOfTemplate> functions() {
    return TEMPLATE.functions().stream();
  }

  static Stream<FunctionOfTemplate> httpFunctions() {
    return functions().filter(function -> !function.routes().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionIsAClassOfItsOwnModule(FunctionOfTemplate function) {
    String context = function.context();

    assertAll(
        () ->
            assertEquals(
                "dev.parley." + context + "." + function.name() + "Handler",
                function.text("Handler")),
        () ->
            assertEquals(
                "functions/" + context + "/target/" + context + ".jar", function.text("CodeUri")),
        () ->
            assertTrue(
                Files.exists(TEMPLATE.root().resolve("functions/" + context + "/pom.xml")),
                "module of " + context));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionStartsWithExactlyItsOwnVariables(FunctionOfTemplate function) throws Exception {
    start(function, variables(function));

    for (String name : function.variables()) {
      Map<String, String> less = variables(function);
      less.remove(name);
      InvocationTargetException fault =
          assertThrows(
              InvocationTargetException.class,
              () -> start(function, less),
              () -> function + " doesn't need " + name);
      assertTrue(messages(fault).contains(name), () -> messages(fault));
    }
  }

  private static void start(FunctionOfTemplate function, Map<String, String> variables)
      throws Exception {
    Constructor<?> constructor = Class.forName(function.text("Handler")).getDeclaredConstructor();
    Object handler =
        new RuntimeEnvironment(variables, InstantSource.system()).bind(constructor::newInstance);
    assertTrue(handler instanceof RequestStreamHandler);
  }

  private static Map<String, String> variables(FunctionOfTemplate function) {
    Map<String, String> variables = new HashMap<>();
    for (String name : function.variables()) {
      boolean number = name.endsWith("_RECEIVES") || name.endsWith("_PER_SECOND");
      variables.put(name, number ? "5" : name.endsWith("_URL") ? "http://localhost:9" : name);
    }
    variables.put("_HANDLER", function.text("Handler"));
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ACCESS_KEY_ID", "id");
    variables.put("AWS_SECRET_ACCESS_KEY", "secret");
    return variables;
  }

  private static String messages(Throwable fault) {
    return Stream.iterate(fault, f -> f != null, Throwable::getCause)
        .map(f -> String.valueOf(f.getMessage()))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionHasRightsOnWhatItsVariablesNameAndOnNothingElse(FunctionOfTemplate function) {
    Map<String, Object> values =
        Yaml.under(Yaml.under(function.properties(), "Environment"), "Variables");
    Set<String> named =
        function.variables().stream()
            .filter(name -> !UNUSED_RIGHTS.getOrDefault(function.name(), Set.of()).contains(name))
            .flatMap(name -> FunctionOfTemplate.outputsIn(values.get(name)).stream())
            .map(TemplateTest::thing)
            .filter(thing -> !NO_THING.matcher(thing).matches())
            .collect(Collectors.toCollection(TreeSet::new));
    named.addAll(TOLD_BY_MESSAGES.getOrDefault(function.name(), Set.of()));

    Set<String> permitted =
        function.statements().stream()
            .flatMap(statement -> FunctionOfTemplate.outputsIn(statement.get("Resource")).stream())
            .map(TemplateTest::thing)
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(named, permitted);
  }

  private static String thing(String output) {
    return output.replaceFirst("(Arn|Url)$", "");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyRightIsNamedInFull(FunctionOfTemplate function) {
    for (Map<String, Object> statement : function.statements()) {
      assertFalse(String.valueOf(statement.get("Action")).contains("*"), statement::toString);
      assertFalse(FunctionOfTemplate.outputsIn(statement.get("Resource")).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyQueueHidesAMessageForSixTimesAsLongAsItsFunctionMayRun(FunctionOfTemplate function) {
    for (Map<String, Object> event : function.events("SQS")) {
      String output = FunctionOfTemplate.outputsIn(event.get("Queue")).iterator().next();
      Map<String, Object> queue = TEMPLATE.dataProperties(TEMPLATE.resourceOf(output));

      int visibility = Integer.parseInt(String.valueOf(queue.get("VisibilityTimeout")));

      assertTrue(visibility >= 6 * function.timeout(), () -> output + ": " + visibility);
      assertTrue(queue.containsKey("RedrivePolicy") || isOfDeadLetters(output), output);
      assertEquals(List.of("ReportBatchItemFailures"), event.get("FunctionResponseTypes"));
    }
  }

  private static boolean isOfDeadLetters(String output) {
    return output.endsWith("DeadLettersArn");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionKnowsTheLastDeliveryOfItsQueue(FunctionOfTemplate function) {
    Map<String, Object> variables =
        Yaml.under(Yaml.under(function.properties(), "Environment"), "Variables");
    for (Map<String, Object> event : function.events("SQS")) {
      String output = FunctionOfTemplate.outputsIn(event.get("Queue")).iterator().next();
      if (!isOfDeadLetters(output)) {
        String queue = output.replace("QueueArn", "");
        String told = queue.toUpperCase(Locale.ROOT) + "_MAX_RECEIVES";
        assertEquals(
            Set.of(queue + "MaxReceives"), FunctionOfTemplate.outputsIn(variables.get(told)));
      }
    }
  }

  @Test
  void everyDeadLetterQueueIsEmptiedByOneFunction() {
    Set<String> emptied =
        functions()
            .flatMap(function -> function.events("SQS").stream())
            .flatMap(event -> FunctionOfTemplate.outputsIn(event.get("Queue")).stream())
            .filter(TemplateTest::isOfDeadLetters)
            .map(output -> output.replace("Arn", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> all =
        Template.resources(TEMPLATE.data()).keySet().stream()
            .filter(name -> name.endsWith("DeadLetters"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(all, emptied);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyStreamIsOneAndItsFailuresAreKept(FunctionOfTemplate function) {
    for (Map<String, Object> event : function.events("DynamoDB")) {
      String output = FunctionOfTemplate.outputsIn(event.get("Stream")).iterator().next();

      Map<String, Object> table = TEMPLATE.dataProperties(TEMPLATE.resourceOf(output));

      assertTrue(table.containsKey("StreamSpecification"), output);
      assertTrue(event.containsKey("DestinationConfig"));
      assertEquals(List.of("ReportBatchItemFailures"), event.get("FunctionResponseTypes"));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyScheduleIsARate(FunctionOfTemplate function) {
    for (Map<String, Object> event : function.events("ScheduleV2")) {
      String expression = String.valueOf(event.get("ScheduleExpression"));
      assertTrue(RATE.matcher(expression).matches(), expression);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void noFunctionMixesSnapStartWithWhatExcludesIt(FunctionOfTemplate function) {
    assertTrue(function.properties().containsKey("SnapStart"));
    assertTrue(function.properties().containsKey("AutoPublishAlias"));
    assertFalse(function.properties().containsKey("ProvisionedConcurrencyConfig"));
    assertFalse(function.properties().containsKey("EphemeralStorage"));
  }

  @ParameterizedTest
  @MethodSource("httpFunctions")
  void noFunctionOutlivesTheRequestItAnswers(FunctionOfTemplate function) {
    assertTrue(function.timeout() < 30, () -> function + ": " + function.timeout());
  }

  @Test
  void theTemplateHasTheRoutesOfThePublishedContractAndNoOthers() {
    assertEquals(TEMPLATE.publishedRoutes(false), routes("Api"));
    assertEquals(TEMPLATE.publishedRoutes(true), routes("PublicApi"));
  }

  @Test
  void scopesAreTheFirstPartsOfTheAgentsRoutes() {
    Set<String> areas =
        routes("Api").stream()
            .map(route -> route.split("/")[1])
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(new TreeSet<>(Scopes.AREAS), areas);
  }

  private static Set<String> routes(String api) {
    return httpFunctions()
        .flatMap(function -> function.routes().stream())
        .filter(route -> route.api().equals(api))
        .map(FunctionOfTemplate.Route::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Inbound", "Outbound", "Clicks", "Replays", "Forwards"})
  void whatIsToldOfTheLastDeliveryIsWhatTheQueueDoes(String queue) {
    Object redrive = TEMPLATE.dataProperties(queue + "Queue").get("RedrivePolicy");
    Object told = Yaml.under(TEMPLATE.data(), "Outputs").get(queue + "MaxReceives");

    assertEquals(Map.of("Value", Yaml.map(redrive).get("maxReceiveCount")), told);
  }

  @Test
  void tablesAreKeptRecoverableAndEncrypted() {
    Template.resources(TEMPLATE.data())
        .forEach(
            (name, resource) -> {
              if ("AWS::DynamoDB::Table".equals(Template.type(resource))) {
                Map<String, Object> table = TEMPLATE.dataProperties(name);
                assertEquals("Retain", Yaml.map(resource).get("DeletionPolicy"), name);
                assertEquals("PAY_PER_REQUEST", table.get("BillingMode"), name);
                assertTrue(table.containsKey("PointInTimeRecoverySpecification"), name);
                assertTrue(table.containsKey("SSESpecification"), name);
              }
            });
  }
}
