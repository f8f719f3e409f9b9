package dev.parley.testkit.forward;

import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.Target;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.forward.TargetHealths;
import dev.parley.domain.forward.WebhookEndpoint;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Endpoints and how targets fare, in memory. */
public final class InMemoryEndpoints implements Endpoints, TargetHealths {
  private final Map<String, Opened> endpoints = new TreeMap<>();
  private final Map<String, TargetHealth> healths = new HashMap<>();

  private static String key(MerchantId merchant, EndpointId id) {
    return merchant + "#" + id;
  }

  private static String key(MerchantId merchant, Target target) {
    return merchant + "#" + target.name();
  }

  @Override
  public void add(WebhookEndpoint endpoint, byte[] secret) {
    endpoints.putIfAbsent(
        key(endpoint.merchantId(), endpoint.id()), new Opened(endpoint, secret.clone()));
  }

  @Override
  public Optional<WebhookEndpoint> find(MerchantId merchant, EndpointId id) {
    return open(merchant, id).map(Opened::endpoint);
  }

  @Override
  public Optional<Opened> open(MerchantId merchant, EndpointId id) {
    return Optional.ofNullable(endpoints.get(key(merchant, id)))
        .map(opened -> new Opened(withHealth(opened.endpoint()), opened.secret()));
  }

  private WebhookEndpoint withHealth(WebhookEndpoint endpoint) {
    return new WebhookEndpoint(
        endpoint.id(),
        endpoint.merchantId(),
        endpoint.url(),
        endpoint.events(),
        endpoint.createdAt(),
        find(endpoint.merchantId(), endpoint.target()));
  }

  @Override
  public List<WebhookEndpoint> all(MerchantId merchant) {
    return endpoints.values().stream()
        .map(Opened::endpoint)
        .filter(endpoint -> endpoint.merchantId().equals(merchant))
        .map(this::withHealth)
        .toList();
  }

  @Override
  public Optional<WebhookEndpoint> change(MerchantId merchant, EndpointId id, Changes changes) {
    Opened before = endpoints.get(key(merchant, id));
    if (before == null) {
      return Optional.empty();
    }
    WebhookEndpoint was = before.endpoint();
    String url = changes.url();
    List<String> events = changes.events();
    WebhookEndpoint is =
        new WebhookEndpoint(
            id,
            merchant,
            url == null ? was.url() : url,
            events == null ? was.events() : events,
            was.createdAt(),
            was.health());
    endpoints.put(key(merchant, id), new Opened(is, before.secret()));
    if (changes.active()) {
      renewed(merchant, is.target());
    }
    Disabled disabled = changes.disabled();
    if (disabled != null) {
      put(merchant, is.target(), disabled);
    }
    return find(merchant, id);
  }

  @Override
  public boolean remove(MerchantId merchant, EndpointId id) {
    healths.remove(key(merchant, new Target.Endpoint(id)));
    return endpoints.remove(key(merchant, id)) != null;
  }

  @Override
  public TargetHealth find(MerchantId merchant, Target target) {
    return healths.getOrDefault(key(merchant, target), TargetHealth.GOOD);
  }

  @Override
  public TargetHealth failed(MerchantId merchant, Target target, Instant at) {
    if (isGone(merchant, target)) {
      return TargetHealth.GOOD;
    }
    TargetHealth was = find(merchant, target);
    Instant since = was.failingSince();
    TargetHealth is =
        new TargetHealth(was.failures() + 1, since == null ? at : since, at, was.disabled());
    healths.put(key(merchant, target), is);
    return is;
  }

  private boolean isGone(MerchantId merchant, Target target) {
    return target instanceof Target.Endpoint endpoint
        && !endpoints.containsKey(key(merchant, endpoint.id()));
  }

  @Override
  public void recovered(MerchantId merchant, Target target) {
    if (find(merchant, target).disabled() == null) {
      healths.remove(key(merchant, target));
    }
  }

  @Override
  public void renewed(MerchantId merchant, Target target) {
    healths.remove(key(merchant, target));
  }

  @Override
  public void disable(MerchantId merchant, Target target, Disabled disabled) {
    if (!isGone(merchant, target) && find(merchant, target).disabled() == null) {
      put(merchant, target, disabled);
    }
  }

  private void put(MerchantId merchant, Target target, Disabled disabled) {
    TargetHealth was = find(merchant, target);
    healths.put(
        key(merchant, target),
        new TargetHealth(was.failures(), was.failingSince(), was.lastFailureAt(), disabled));
  }
}
