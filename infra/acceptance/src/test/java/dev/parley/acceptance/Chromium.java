package dev.parley.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The machine's own Chromium; tests that need it are skipped where there is none. */
final class Chromium implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {
  private static final List<Path> USUAL =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final List<String> OFFLINE =
      List.of(
          "--no-sandbox",
          "--disable-dev-shm-usage",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  private static Optional<Path> installed() {
    return USUAL.stream().filter(Files::isExecutable).findFirst();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return installed()
        .map(path -> ConditionEvaluationResult.enabled("There is " + path))
        .orElseGet(
            () -> ConditionEvaluationResult.disabled("No Chromium is installed: none of " + USUAL));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Map<String, String> variables = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(variables));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions().setExecutablePath(installed().orElseThrow()).setArgs(OFFLINE));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (playwright != null) {
      playwright.close();
    }
  }

  /** Returns a new visitor's browser, which remembers nothing. */
  BrowserContext visitor(Browser.NewContextOptions options) {
    return Objects.requireNonNull(browser).newContext(options);
  }
}
