package dev.parley.aws.referral;

import dev.parley.domain.attribution.Attribution;
import dev.parley.domain.attribution.Judgement;
import dev.parley.domain.attribution.MatchedBy;
import dev.parley.domain.attribution.Touch;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.report.CellKey.LinkKind;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a credit says, as JSON. */
final class CreditJson {
  private CreditJson() {}

  static void write(JsonWriter w, Attribution attribution, List<Count> counts) {
    MatchedBy matchedBy = attribution.matchedBy();
    w.optional("matchedBy", matchedBy == null ? null : matchedBy.name())
        .field("unknownToken", attribution.unknownToken())
        .objects("links", attribution.links(), CreditJson::link)
        .objects("counts", counts, CreditJson::count);
  }

  private static void link(JsonWriter w, Judgement judgement) {
    Touch touch = judgement.touch();
    Referral.Author author = touch.author();
    w.field("verdict", judgement.verdict().name())
        .field("referralId", touch.referralId().value())
        .field("token", touch.token())
        .field("agentId", author.agentId().value())
        .field("agentName", author.name())
        .optional("agentCode", author.code())
        .optional("storeId", author.storeId() == null ? null : author.storeId().value())
        .field("channelId", touch.channelId().value())
        .field("channelType", touch.channelType().name())
        .field("kind", touch.kind().name())
        .field("productId", touch.productId().value())
        .field("sentAt", touch.sentAt().toEpochMilli());
    if (touch.clickedAt() != null) {
      w.field("clickedAt", touch.clickedAt().toEpochMilli());
    }
    w.field("lifetimeDays", touch.terms().lifetimeDays())
        .field("startsAt", touch.terms().startsAt().name())
        .field("model", touch.terms().model().name());
  }

  private static void count(JsonWriter w, Count count) {
    w.field("cell", CellKeys.sk(count.cell()));
    w.object(
        "figures",
        f -> count.figures().amounts().forEach((figure, n) -> f.field(figure.name(), n)));
  }

  static Attribution attribution(JsonObject json) {
    String matchedBy = json.text("matchedBy");
    return new Attribution(
        matchedBy == null ? null : MatchedBy.valueOf(matchedBy),
        json.isTrue("unknownToken"),
        json.objects("links").stream().map(CreditJson::link).toList());
  }

  private static Judgement link(JsonObject json) {
    Referral.Author author =
        new Referral.Author(
            new AgentId(json.requiredText("agentId")),
            json.requiredText("agentName"),
            json.text("agentCode"),
            ReferralItems.store(json.text("storeId")));
    Touch touch =
        new Touch(
            new ReferralId(json.requiredText("referralId")),
            json.requiredText("token"),
            author,
            new ChannelId(json.requiredText("channelId")),
            ChannelType.valueOf(json.requiredText("channelType")),
            LinkKind.valueOf(json.requiredText("kind")),
            new ProductId(json.requiredText("productId")),
            Objects.requireNonNull(time(json, "sentAt")),
            time(json, "clickedAt"),
            terms(json));
    return new Judgement(touch, Judgement.Verdict.valueOf(json.requiredText("verdict")));
  }

  private static AttributionTerms terms(JsonObject json) {
    return new AttributionTerms(
        Math.toIntExact(Objects.requireNonNull(json.longValue("lifetimeDays"))),
        AttributionTerms.Start.valueOf(json.requiredText("startsAt")),
        AttributionTerms.Model.valueOf(json.requiredText("model")));
  }

  private static @Nullable Instant time(JsonObject json, String name) {
    Long millis = json.longValue(name);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  static List<Count> counts(JsonObject json) {
    return json.objects("counts").stream()
        .map(c -> new Count(CellKeys.read(c.requiredText("cell")), figures(c.object("figures"))))
        .toList();
  }

  private static Figures figures(JsonObject json) {
    Map<Figure, Long> amounts = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      Long amount = json.longValue(figure.name());
      if (amount != null) {
        amounts.put(figure, amount);
      }
    }
    return new Figures(amounts);
  }
}
