package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The widget on a shop's page, in a real browser, under a strict content security policy. */
@ExtendWith(RunningParley.class)
class WidgetInBrowserAcceptanceTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final Path SHOTS = Path.of("target", "widget");
  private static final String AXE = resource("/axe.min.js");
  private static final byte[] PICTURE = picture();

  /** A browser that says it has no window is a robot, whose clicks don't count. */
  private static final String PERSON =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";

  private final ShopWindow window = ShopWindow.open();
  private final WidgetSite site;
  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> visitors = new ArrayList<>();

  WidgetInBrowserAcceptanceTest(Shop shop) {
    site = WidgetSite.of(shop, window.origin());
  }

  @AfterEach
  void close() {
    visitors.forEach(BrowserContext::close);
    window.close();
    assertEquals(List.of(), complaints);
  }

  private static String resource(String name) {
    try (InputStream in = WidgetInBrowserAcceptanceTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] picture() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BufferedImage leaf = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
      leaf.createGraphics().fillOval(20, 40, 120, 80);
      ImageIO.write(leaf, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Page visit(NewContextOptions options) {
    BrowserContext visitor = CHROMIUM.visitor(options.setUserAgent(PERSON));
    visitors.add(visitor);
    visitor.route(
        Pattern.compile("https://.*"),
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("image/png").setBodyBytes(PICTURE)));
    Page page = visitor.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("ERR_")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(window.origin() + "/");
    return page;
  }

  private static Locator launcher(Page page) {
    return page.locator("#parley-widget .launch");
  }

  private static Locator log(Page page) {
    return page.getByRole(AriaRole.LOG);
  }

  private static Locator textbox(Page page) {
    return page.getByRole(AriaRole.TEXTBOX);
  }

  private static Page opened(Page page) {
    launcher(page).click();
    return page;
  }

  private static void says(Page page, String text) {
    textbox(page).fill(text);
    page.keyboard().press("Enter");
  }

  /** Returns the conversation once what the visitor said has arrived. */
  private String conversation(Page page) {
    assertThat(log(page).locator(".pending")).hasCount(0);
    site.shop.idle();
    return site.shop.agent.get("/conversations").is(200).text("/items/0/id");
  }

  private void answers(String conversation, String text) {
    site.shop
        .agent
        .post("/conversations/" + conversation + "/messages", Map.of("text", text))
        .is(202);
  }

  private static List<?> faults(Page page) {
    page.evaluate(AXE + "; undefined");
    return (List<?>)
        page.evaluate(
            "async () => (await axe.run()).violations.map(v => v.id + ': '"
                + " + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))");
  }

  private static void shoot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }

  @Test
  void aVisitorIsServedByKeyboardAloneAndOpensACard() {
    window.show(site, "zh-TW");
    Page page = visit(new NewContextOptions());
    assertThat(launcher(page)).hasAccessibleName("線上客服");
    assertEquals(List.of(), faults(page));
    page.keyboard().press("Tab");
    assertThat(launcher(page)).isFocused();
    page.keyboard().press("Enter");
    assertThat(textbox(page)).isFocused();
    page.keyboard().type("有烏龍茶嗎？");
    page.keyboard().press("Enter");
    assertThat(log(page)).containsText("有烏龍茶嗎？");

    String conversation = conversation(page);
    answers(conversation, "有的 <b>請看</b> https://shop.example.com/p/TEA-1");
    String link = sendsCards(conversation).at("/links/1/url").asText();

    assertThat(log(page)).containsText("有的 <b>請看</b> http");
    assertThat(log(page)).containsText("NT$1,290");
    assertCardLeadsOn(page, link);
    page.bringToFront();
    textbox(page).focus();
    page.keyboard().press("Escape");
    assertThat(launcher(page)).isFocused();
    assertThat(launcher(page)).hasAttribute("aria-expanded", "false");
    assertThat(textbox(page)).isHidden();
  }

  private JsonNode sendsCards(String conversation) {
    var cards = Map.of("conversationId", conversation, "productIds", site.shop.productIds);
    return site.shop.agent.post("/referrals", cards).is(202).json();
  }

  private void assertCardLeadsOn(Page page, String link) {
    Locator view =
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看商品: 高山烏龍茶 TEA-2"));
    assertThat(view).hasAttribute("href", link);
    assertThat(view).hasAttribute("rel", "noopener");
    assertThat(log(page).locator("li img")).hasCount(3);
    page.waitForFunction(
        "() => [...document.querySelector('#parley-widget').shadowRoot.querySelectorAll('li img')]"
            + ".some(img => img.naturalWidth === 160)");
    shoot(page, "cards");
    assertEquals(List.of(), faults(page));
    List<String> followed = new CopyOnWriteArrayList<>();
    page.context().onRequest(request -> followed.add(request.url()));

    page.waitForPopup(view::click);

    page.waitForCondition(
        () -> followed.stream().anyMatch(url -> url.contains("product_referral_widget")));
    site.shop.idle();
    assertEquals(1, site.shop.report("?groupBy=channel").at("/rows/0/uniqueClicks").asInt());
  }

  @Test
  void aConversationIsStillThereAfterAReload() {
    window.show(site, "en");
    Page page = opened(visit(new NewContextOptions()));
    says(page, "Do you ship to Bangkok?");
    assertThat(log(page)).containsText("Do you ship to Bangkok?");
    answers(conversation(page), "Yes, we do.");
    assertThat(log(page)).containsText("Yes, we do.");

    page.reload();

    assertThat(log(page)).containsText("Yes, we do.");
    assertThat(log(page).getByText("Do you ship to Bangkok?")).hasCount(1);
    assertThat(log(page).getByText("Yes, we do.")).hasCount(1);
  }

  @Test
  void whatWasWrittenOfflineIsSentOnceAndInOrder() {
    window.show(site, "en");
    Page page = opened(visit(new NewContextOptions()));
    says(page, "first");
    assertThat(log(page).locator(".pending")).hasCount(0);

    page.context().setOffline(true);
    says(page, "second");
    says(page, "third");
    assertThat(page.getByText("No connection.")).isVisible();
    assertThat(log(page).locator(".pending")).hasCount(2);
    shoot(page, "offline");
    page.context().setOffline(false);

    assertThat(log(page).locator(".pending")).hasCount(0);
    assertThat(page.getByText("No connection.")).hasCount(0);
    assertEquals(List.of("first", "second", "third"), site.agentReads(conversation(page)));
  }

  @Test
  void aMessageWhoseAnswerWasLostIsStoredOnce() {
    window.show(site, "en");
    Page page = opened(visit(new NewContextOptions()));
    AtomicInteger lost = new AtomicInteger();
    page.route(
        Pattern.compile(".*/widget/[^/]+/messages"),
        route -> {
          if (route.request().method().equals("POST") && lost.get() == 0) {
            lost.set(route.fetch().status());
            route.abort();
          } else {
            route.resume();
          }
        });

    says(page, "only once");

    assertThat(log(page).locator(".pending")).hasCount(0);
    assertEquals(202, lost.get());
    assertThat(log(page).getByText("only once")).hasCount(1);
    assertEquals(List.of("only once"), site.agentReads(conversation(page)));
  }

  @Test
  void aClosedWidgetTellsWhatIsNew() {
    window.show(site, "en");
    Page page = opened(visit(new NewContextOptions()));
    says(page, "hi");
    assertThat(log(page).locator(".pending")).hasCount(0);
    String conversation = conversation(page);
    page.keyboard().press("Escape");

    answers(conversation, "Hello!");
    answers(conversation, "How can I help?");
    site.shop.idle();
    page.evaluate("() => dispatchEvent(new Event('online'))");

    assertThat(launcher(page)).hasAccessibleName("Chat with us, 2 new messages");
    assertThat(page.getByRole(AriaRole.STATUS).getByText("2 new messages")).hasCount(1);
    shoot(page, "unread");
    launcher(page).click();
    assertThat(launcher(page)).hasAccessibleName("Chat with us");
  }

  @ParameterizedTest
  @CsvSource({
    "zh-TW, zh-TW, LIGHT, 線上客服",
    "zh-Hant, zh-TW, DARK, 線上客服",
    "th, th, LIGHT, แชตกับเรา",
    "en-GB, en, DARK, Chat with us",
    "fr, en, LIGHT, Chat with us"
  })
  void speaksThePagesLanguageOnASmallScreen(
      String language, String spoken, ColorScheme scheme, String title) {
    window.show(site, language);
    Page page =
        opened(
            visit(
                new NewContextOptions()
                    .setViewportSize(360, 640)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE)));

    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).hasAccessibleName(title);
    assertThat(page.locator("#parley-widget")).hasAttribute("lang", spoken);
    assertThat(dialog).hasCSS("animation-name", "none");
    assertEquals(360, page.evaluate("() => document.documentElement.scrollWidth"));
    assertEquals(List.of(), faults(page));
    shoot(page, "small-" + language + "-" + scheme);
  }
}
