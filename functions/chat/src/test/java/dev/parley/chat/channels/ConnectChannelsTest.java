package dev.parley.chat.channels;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.HttpReply;
import dev.parley.chat.Calls;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.CredentialReport;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.json.JsonObject;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.merchant.Staff;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectChannelsTest {
  private static final Caller OWNER = Staff.caller(new MerchantId("mer_1"), "agt_1", Role.OWNER);
  private static final Caller OTHER = Staff.caller(new MerchantId("mer_2"), "agt_2", Role.OWNER);
  private static final ChannelId ID = new ChannelId("line-shop");
  private static final ChannelId SITE = new ChannelId("site-shop");
  private static final String LINE =
      "{\"type\":\"line\",\"name\":\"小店\",\"storeId\":\"sto_1\",\"credentials\":"
          + "{\"channelSecret\":\"s3cret\",\"channelAccessToken\":\"t0ken\"}}";

  private final InMemoryChannels channels = new InMemoryChannels(InstantSource.fixed(NOON));
  private CredentialReport platform = new CredentialReport.NotTold("down");
  private final ConnectChannels connecting = connecting(channels);

  private ConnectChannels connecting(Channels into) {
    WatchCredentials watching =
        new WatchCredentials(
            channels, channels, credentials -> platform, InstantSource.fixed(NOON));
    return new ConnectChannels(into, new WidgetSecrets(channels), watching, "https://p.tw");
  }

  private HttpReply put(Caller caller, String id, String body) {
    return connecting.put(caller, Calls.at("channelId", id, body));
  }

  private HttpReply one(Caller caller) {
    return connecting.one(caller, Calls.at("channelId", ID.value()));
  }

  private HttpReply remove(Caller caller) {
    return remove(caller, ID);
  }

  private HttpReply remove(Caller caller, ChannelId id) {
    return connecting.remove(caller, Calls.at("channelId", id.value()));
  }

  @Test
  void aConnectedChannelIsAnsweredWithItsWebhooksAddressAndNoSecret() {
    HttpReply reply = put(OWNER, "line-shop", LINE);

    JsonObject channel = Calls.json(reply);
    assertEquals(200, reply.status());
    assertEquals("line-shop", channel.text("id"));
    assertEquals("小店", channel.text("name"));
    assertEquals("sto_1", channel.text("storeId"));
    assertEquals("https://p.tw/webhooks/line/line-shop", channel.text("webhookUrl"));
    assertFalse(String.valueOf(reply.body()).matches(".*(s3cret|t0ken|redential(?!ExpiresAt)).*"));
    assertEquals(
        new ChannelCredentials.Line("s3cret", "t0ken"),
        channels.find(ID).orElseThrow().credentials());
  }

  private JsonObject putPage() {
    String page =
        "{\"type\":\"messenger\",\"name\":\"Page\",\"credentials\":{\"pageId\":\"1\","
            + "\"pageAccessToken\":\"t\",\"appSecret\":\"s\",\"verifyToken\":\"v\"}}";
    HttpReply reply = put(OWNER, "page-shop", page);
    assertEquals(200, reply.status());
    return Calls.json(reply).object("health");
  }

  @Test
  void thePlatformIsAskedAboutCredentialsWhenTheyArePut() {
    Instant past = Instant.parse("2020-01-01T00:00:00Z");
    platform = new CredentialReport.Valid(past);
    JsonObject good = putPage();
    platform = new CredentialReport.Refused("revoked", null);
    JsonObject refused = putPage();

    assertEquals(past, Instant.parse(good.text("credentialExpiresAt", "")));
    assertEquals("expired", good.text("state"));
    assertEquals("refused", refused.text("state"));
    assertEquals("credentialsRejected", refused.object("lastError").text("code"));
  }

  @Test
  void aPlatformThatDoesNotAnswerLeavesThePutAsItIsAndIsAskedLater() {
    JsonObject health = putPage();

    assertEquals("ok", health.text("state"));
    assertNull(health.text("credentialExpiresAt"));
    assertEquals(1, channels.due(10).size());
  }

  private static String widget(String origins) {
    return "{\"type\":\"widget\",\"name\":\"官網\",\"credentials\":{\"allowedOrigins\":[%s]}}"
        .formatted(origins);
  }

  private ChannelCredentials.Widget stored() {
    return (ChannelCredentials.Widget) channels.find(SITE).orElseThrow().credentials();
  }

  @Test
  void aWidgetIsAnsweredWithItsScriptAndNoSecret() {
    HttpReply reply = put(OWNER, SITE.value(), widget("\"https://shop.tw\""));

    JsonObject channel = Calls.json(reply);
    assertEquals("https://p.tw/widget.js", channel.text("scriptUrl"));
    assertNull(channel.text("webhookUrl"));
    assertTrue(stored().tokenSecret().matches("[0-9a-f]{32}"));
    assertFalse(String.valueOf(reply.body()).contains(stored().tokenSecret()));
  }

  @Test
  void aWidgetsSitesAreKeptAsBrowsersNameThem() {
    put(
        OWNER,
        SITE.value(),
        widget(
            "\"HTTPS://Shop.tw:443\",\"http://127.0.0.1:8081\",\"https://茶.tw\",\"https://shop.tw\""));

    assertEquals(
        List.of("https://shop.tw", "http://127.0.0.1:8081", "https://xn--cl1a.tw"),
        stored().allowedOrigins());
  }

  @Test
  void visitorsStayWhoTheyAreWhenTheOwnerChangesTheWidget() {
    put(OWNER, SITE.value(), widget("\"https://shop.tw\""));
    String secret = stored().tokenSecret();

    put(OWNER, SITE.value(), widget("\"https://other.tw\""));
    String kept = stored().tokenSecret();
    remove(OWNER, SITE);
    put(OTHER, SITE.value(), widget("\"https://other.tw\""));

    assertEquals(secret, kept);
    assertNotEquals(secret, stored().tokenSecret());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"*\"",
        "\"https://*.shop.tw\"",
        "\"shop.tw\"",
        "\"https://shop.tw/\"",
        "\"ftp://shop.tw\"",
        "\"https://\"",
        "\"https://me@shop.tw\"",
        "\"https://shop.tw?a\"",
        "\"null\"",
        "\"\"",
        "7"
      })
  void refusesASiteThatIsNoOrigin(String origin) {
    assertEquals(
        List.of("/credentials/allowedOrigins/1"),
        Calls.refused(() -> put(OWNER, SITE.value(), widget("\"https://shop.tw\"," + origin))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"allowedOrigins\":[]}", "{}", "{\"allowedOrigins\":\"https://a.tw\"}"})
  void refusesAWidgetOfNoSite(String credentials) {
    String body = "{\"type\":\"widget\",\"name\":\"官網\",\"credentials\":" + credentials + "}";

    assertEquals(
        List.of("/credentials/allowedOrigins"),
        Calls.refused(() -> put(OWNER, SITE.value(), body)));
  }

  @Test
  void aChannelShowsHowItFares() {
    put(OWNER, "line-shop", LINE);
    channels.received(ID);
    channels.failed(ID, "monthlyLimit", "Used up");

    JsonObject health = Calls.json(one(OWNER)).object("health");

    assertEquals("2026-11-24T12:00:00.000Z", health.text("lastEventAt"));
    assertNull(health.text("lastSendAt"));
    assertEquals("monthlyLimit", health.object("lastError").text("code"));
    assertEquals("Used up", health.object("lastError").text("reason"));
  }

  @Test
  void puttingAgainChangesTheChannel() {
    put(OWNER, "line-shop", LINE);

    put(OWNER, "line-shop", LINE.replace("小店", "大店").replace("\"storeId\":\"sto_1\",", ""));

    JsonObject channel = Calls.json(one(OWNER));
    assertEquals("大店", channel.text("name"));
    assertNull(channel.text("storeId"));
  }

  @Test
  void anotherMerchantsChannelIsNotThere() {
    put(OWNER, "line-shop", LINE);

    assertEquals(404, put(OTHER, "line-shop", LINE).status());
    assertEquals(404, one(OTHER).status());
    assertEquals(404, remove(OTHER).status());
    assertEquals(200, one(OWNER).status());
  }

  @Test
  void aRemovedChannelIsGone() {
    put(OWNER, "line-shop", LINE);

    assertEquals(204, remove(OWNER).status());
    assertEquals(404, one(OWNER).status());
    assertEquals(404, remove(OWNER).status());
  }

  @Test
  void listsTheMerchantsOwnInPages() {
    put(OWNER, "line-aaaa", LINE);
    put(OWNER, "line-bbbb", LINE);
    put(OTHER, "line-cccc", LINE);

    JsonObject first = Calls.json(connecting.list(OWNER, Calls.get(Map.of("limit", "1"))));
    String cursor = first.text("nextCursor", "");
    JsonObject rest = Calls.json(connecting.list(OWNER, Calls.get(Map.of("cursor", cursor))));

    assertEquals(List.of("line-aaaa"), ids(first));
    assertEquals(List.of("line-bbbb"), ids(rest));
    assertNull(rest.text("nextCursor"));
  }

  private static List<String> ids(JsonObject page) {
    return page.objects("items").stream().map(item -> item.requiredText("id")).toList();
  }

  @Test
  void aChannelOfAnotherTypeUnderTheIdIsAConflict() {
    Channels fixed = new OneOutcome(channels, new Channels.PutOutcome.OtherType("messenger"));

    HttpReply reply = connecting(fixed).put(OWNER, Calls.at("channelId", "line-shop", LINE));

    assertEquals(409, reply.status());
    assertEquals("channel-type-fixed", Objects.requireNonNull(reply.problem()).name());
  }

  private record OneOutcome(Channels others, PutOutcome outcome) implements Channels {
    @Override
    public PutOutcome put(ConnectedChannel channel) {
      return outcome;
    }

    @Override
    public Optional<Entry> find(MerchantId merchant, ChannelId id) {
      return others.find(merchant, id);
    }

    @Override
    public Page<Entry> list(MerchantId merchant, PageRequest page) {
      return others.list(merchant, page);
    }

    @Override
    public boolean remove(MerchantId merchant, ChannelId id) {
      return others.remove(merchant, id);
    }
  }

  @Test
  void refusesAllThatIsWrongAtOnce() {
    assertEquals(
        List.of("/channelId", "/type", "/name", "/credentials", "/more"),
        Calls.refused(() -> put(OWNER, "short", "{\"more\":1}")));
    assertEquals(List.of(), channels.list(OWNER.merchantId(), new PageRequest(50, null)).items());
  }

  @ParameterizedTest
  @CsvSource({
    "\"line\", \"fax\", /type",
    "\"小店\", \"\", /name",
    "\"小店\", 7, /name",
    "\"s3cret\", \"a b\", /credentials/channelSecret",
    "\"s3cret\", \"\", /credentials/channelSecret",
    "\"t0ken\", \"a\\nb\", /credentials/channelAccessToken",
    "\"t0ken\", \"金\", /credentials/channelAccessToken",
    "\"sto_1\", 7, /storeId"
  })
  void refusesAFieldThatIsWrong(String right, String wrong, String pointer) {
    assertEquals(
        List.of(pointer), Calls.refused(() -> put(OWNER, "line-shop", LINE.replace(right, wrong))));
  }

  @Test
  void namesTheTypesThatThereAre() {
    BadInput refused =
        assertThrows(
            BadInput.class, () -> put(OWNER, "line-shop", LINE.replace("\"line\"", "\"fax\"")));

    assertEquals(
        List.of(
            new FieldError("/type", "must be one of line, messenger, instagram, whatsapp, widget")),
        refused.errors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"seven77", "a/b/c/d/e", "line shop", "商店商店商店商店", "line-shop\n"})
  void refusesAnIdThatIsNone(String id) {
    assertEquals(List.of("/channelId"), Calls.refused(() -> put(OWNER, id, LINE)));
  }

  @Test
  void refusesQueriesThatTheRoutesDoNotHave() {
    assertEquals(
        List.of("name"),
        Calls.refused(() -> connecting.list(OWNER, Calls.get(Map.of("name", "x")))));
    assertEquals(
        List.of("limit"),
        Calls.refused(() -> connecting.list(OWNER, Calls.get(Map.of("limit", "0")))));
  }
}
