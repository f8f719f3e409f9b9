package dev.parley.aws.chat;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.BadInput;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelNames;
import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.Channels.PutOutcome;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.channel.CredentialWatch;
import dev.parley.domain.forward.Forwards;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.PageRequest;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.ChannelsContractTest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

final class DynamoChannelsIT extends ChannelsContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final ChannelId ID = new ChannelId("line-shop");
  private static String table = "";

  private final KmsSecrets secrets = TestSecrets.of(AWS);

  @BeforeAll
  static void makeTable() {
    table = AWS.table(Map.of("byMerchant", "merchantPk merchantSk", "watch", "watchPk watchSk"));
  }

  @Override
  protected Channels channels() {
    return new DynamoChannels(AWS.dynamo(), table, secrets, clock());
  }

  @Override
  protected CredentialWatch watch() {
    return new DynamoCredentialWatch(AWS.dynamo(), table, clock());
  }

  @Override
  protected ConnectedChannels connected() {
    return connected(clock());
  }

  private ConnectedChannels connected(InstantSource clock) {
    return new CachedChannels(AWS.dynamo(), table, secrets, clock);
  }

  @Override
  protected ChannelNames names() {
    return new DynamoChannelNames(AWS.dynamo(), table);
  }

  @Override
  protected ChannelSigns signs() {
    return new DynamoChannelSigns(AWS.dynamo(), table, clock());
  }

  private static ConnectedChannel line(ChannelId id, String secret) {
    return new ConnectedChannel(
        new Channel(id, MERCHANT, ChannelType.LINE, "Shop", null),
        new ChannelCredentials.Line(secret, "token"));
  }

  @Test
  void aWidgetIsOpenedAsItWasSealed() {
    ConnectedChannel widget =
        new ConnectedChannel(
            new Channel(new ChannelId("site-shop"), MERCHANT, ChannelType.WIDGET, "Site", null),
            new ChannelCredentials.Widget(List.of("https://shop.tw", "https://m.shop.tw"), "s"));

    channels().put(widget);

    assertEquals(Optional.of(widget), connected().find(widget.channel().id()));
  }

  @Test
  void keepsAChannelForFiveMinutes() {
    ConnectedChannels cached = connected();
    channels().put(line(ID, "old"));
    cached.find(ID);

    channels().put(line(ID, "new"));

    assertEquals(Optional.of(line(ID, "old")), cached.find(ID));
  }

  @Test
  void forwardsComeWithTheirChannelAndOutliveItsCredentials() {
    ChannelId forwarded = new ChannelId("line-forwarded");
    Forwards forwards = new DynamoForwards(AWS.dynamo(), table);
    List<String> urls = List.of("https://one.test/", "https://two.test/");
    assertFalse(forwards.put(MERCHANT, forwarded, urls));
    channels().put(line(forwarded, "old"));

    assertTrue(forwards.put(MERCHANT, forwarded, urls));
    assertFalse(forwards.put(new MerchantId("mer_2"), forwarded, List.of()));
    channels().put(line(forwarded, "new"));

    assertEquals(Optional.of(urls), forwards.find(MERCHANT, forwarded));
    assertEquals(Optional.empty(), forwards.find(new MerchantId("mer_2"), forwarded));
    assertEquals(urls, connected().find(forwarded).orElseThrow().forwards());
  }

  @Test
  void aForwardIsLeftOutUntilTheForwardsArePutAgain() {
    ChannelId forwarded = new ChannelId("line-left-out");
    Forwards forwards = new DynamoForwards(AWS.dynamo(), table);
    List<String> urls = List.of("https://one.test/", "https://two.test/");
    channels().put(line(forwarded, "secret"));
    forwards.put(MERCHANT, forwarded, urls);
    long edition = connected().find(forwarded).orElseThrow().off().edition();

    forwards.leaveOut(MERCHANT, forwarded, "https://one.test/", edition);
    forwards.leaveOut(new MerchantId("mer_2"), forwarded, "https://two.test/", edition);
    List<String> open = connected().find(forwarded).orElseThrow().openForwards();
    forwards.put(MERCHANT, forwarded, urls);
    forwards.leaveOut(MERCHANT, forwarded, "https://one.test/", edition);

    assertEquals(List.of("https://two.test/"), open);
    assertEquals(urls, connected().find(forwarded).orElseThrow().openForwards());
  }

  @Test
  void credentialsCopiedBesideAnotherChannelDoNotOpen() {
    ChannelId other = new ChannelId("line-other");
    channels().put(line(ID, "one"));
    channels().put(line(other, "two"));
    var stolen = AWS.dynamo().getItem(r -> r.tableName(table).key(ChatKeys.channel(ID))).item();
    AWS.dynamo()
        .updateItem(
            r ->
                r.tableName(table)
                    .key(ChatKeys.channel(other))
                    .updateExpression("SET credentials = :c")
                    .expressionAttributeValues(Map.of(":c", stolen.get("credentials"))));
    ConnectedChannels fresh = connected(InstantSource.fixed(NOON.plus(Duration.ofDays(1))));

    assertThrows(InvalidCiphertextException.class, () -> fresh.find(other));
  }

  @Test
  void aChannelNeverChangesItsType() {
    ChannelId typed = new ChannelId("messenger-shop");
    channels().put(line(typed, "secret"));
    AWS.dynamo()
        .updateItem(
            r ->
                r.tableName(table)
                    .key(ChatKeys.channel(typed))
                    .updateExpression("SET #type = :type")
                    .expressionAttributeNames(Map.of("#type", ChannelItems.TYPE))
                    .expressionAttributeValues(Map.of(":type", AttributeValue.fromS("messenger"))));

    assertEquals(new PutOutcome.OtherType("messenger"), channels().put(line(typed, "as LINE")));
  }

  @Test
  void refusesACursorThatItDidNotGive() {
    PageRequest page = new PageRequest(2, "a b");

    assertThrows(BadInput.class, () -> channels().list(MERCHANT, page));
  }
}
