package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.parley.testkit.aws.LocalAws;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * The tests of the adapters of {@code shared/aws} once more, on LocalStack's tables, queues and
 * keys.
 */
@ExtendWith(LocalStack.class)
class AdaptersLocalStackIT {
  private static final int FEWEST_CLASSES = 7;

  /** Without the load test, whose thousands of writes take minutes there. */
  private static final String TESTS = ".*(?<!Load)IT";

  private final Launcher launcher = LauncherFactory.create();

  @TestFactory
  Stream<DynamicTest> adaptersDoOnLocalStackWhatTheyDoOnTheEmbeddedServers(URI localStack) {
    List<Class<?>> classes = adapterTests();
    assertTrue(classes.size() >= FEWEST_CLASSES, () -> classes.toString());
    return classes.stream()
        .map(type -> dynamicTest(type.getSimpleName(), () -> run(type, localStack)));
  }

  private List<Class<?>> adapterTests() {
    TestPlan found =
        launcher.discover(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("dev.parley.aws"))
                .filters(ClassNameFilter.includeClassNamePatterns(TESTS))
                .build());
    return found.getRoots().stream()
        .flatMap(root -> found.getDescendants(root).stream())
        .map(TestIdentifier::getSource)
        .flatMap(source -> source.stream())
        .filter(ClassSource.class::isInstance)
        .<Class<?>>map(source -> ((ClassSource) source).getJavaClass())
        .toList();
  }

  private void run(Class<?> type, URI localStack) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(type))
            .configurationParameter(LocalAws.LOCALSTACK, localStack.toString())
            .build();
    launcher.execute(request, listener);
    TestExecutionSummary summary = listener.getSummary();
    assertEquals(
        List.of(),
        summary.getFailures().stream()
            .map(f -> f.getTestIdentifier().getDisplayName() + ": " + f.getException())
            .toList());
    assertTrue(summary.getTestsSucceededCount() > 0, () -> type + " has no tests");
  }
}
