package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.PageRequest;
import dev.parley.testkit.aws.LocalAws;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoChannelsIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final MerchantId OWN = new MerchantId("mer_own");
  private static final MerchantId OTHER = new MerchantId("mer_other");
  private static final ChannelId ID = new ChannelId("line-shop");

  private final AtomicReference<Instant> now = new AtomicReference<>(ChatTestData.NOON);
  private final InstantSource clock = now::get;
  private final KmsSecrets secrets = new KmsSecrets(new BoundKms(), "key");
  private String table = "";

  @BeforeEach
  void makeTable() {
    table = AWS.table(Map.of("byMerchant", "merchantPk merchantSk"));
  }

  private DynamoChannels channels() {
    return new DynamoChannels(AWS.dynamo(), table, secrets);
  }

  private CachedChannels connected() {
    return new CachedChannels(AWS.dynamo(), table, secrets, clock);
  }

  private static ConnectedChannel line(MerchantId merchant, ChannelId id, String secret) {
    return new ConnectedChannel(
        new Channel(id, merchant, ChannelType.LINE, "Shop", null),
        new ChannelCredentials.Line(secret, "token"));
  }

  @Test
  void opensWhatItSealed() {
    channels().put(line(OWN, ID, "secret"));

    assertEquals(Optional.of(line(OWN, ID, "secret")), connected().find(ID));
  }

  @Test
  void anotherMerchantCanNeitherTakeNorSeeNorRemoveIt() {
    channels().put(line(OWN, ID, "secret"));

    assertEquals(Optional.empty(), channels().put(line(OTHER, ID, "theirs")));
    assertEquals(Optional.empty(), channels().find(OTHER, ID));
    assertFalse(channels().remove(OTHER, ID));
    assertTrue(channels().find(OWN, ID).isPresent());
  }

  @Test
  void listsOnlyTheMerchantsOwnInPages() {
    channels().put(line(OWN, new ChannelId("line-aaaa"), "s"));
    channels().put(line(OWN, new ChannelId("line-bbbb"), "s"));
    channels().put(line(OTHER, new ChannelId("line-cccc"), "s"));

    var first = channels().list(OWN, new PageRequest(1, null));
    var second = channels().list(OWN, new PageRequest(5, first.nextCursor()));

    assertEquals(List.of("line-aaaa"), first.map(e -> e.channel().id().value()).items());
    assertEquals(List.of("line-bbbb"), second.map(e -> e.channel().id().value()).items());
  }

  @Test
  void keepsAChannelForFiveMinutesAndReadsItAgainWhenItDoesNotFit() {
    channels().put(line(OWN, ID, "old"));
    CachedChannels cached = connected();
    cached.find(ID);
    channels().put(line(OWN, ID, "new"));

    now.set(ChatTestData.NOON.plusSeconds(60));
    var kept = cached.find(ID);
    var fresh = cached.findFresh(ID);

    assertEquals(Optional.of(line(OWN, ID, "old")), kept);
    assertEquals(Optional.of(line(OWN, ID, "new")), fresh);
  }

  @Test
  void aRemovedChannelIsGoneOnceTheCacheIsOld() {
    channels().put(line(OWN, ID, "secret"));
    CachedChannels cached = connected();
    cached.find(ID);
    channels().remove(OWN, ID);

    now.set(ChatTestData.NOON.plusSeconds(301));

    assertEquals(Optional.empty(), cached.find(ID));
  }

  @Test
  void showsSignsOfLifeAndDoesNotBringARemovedChannelBack() {
    channels().put(line(OWN, ID, "secret"));
    var signs = new DynamoChannelSigns(AWS.dynamo(), table, clock);

    signs.received(ID);
    signs.failed(ID, "monthlyLimit", "You have reached your monthly limit.");
    signs.sent(new ChannelId("line-gone"));

    var health = channels().find(OWN, ID).orElseThrow().health();
    assertEquals(ChatTestData.NOON, health.lastEventAt());
    assertNotNull(health.lastError());
    assertEquals(Optional.empty(), connected().find(new ChannelId("line-gone")));
  }
}
