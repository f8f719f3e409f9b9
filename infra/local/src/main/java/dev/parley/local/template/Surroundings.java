package dev.parley.local.template;

import java.net.URI;

/**
 * What the stack is deployed into here: the account and region that names are made of, and the
 * loopback addresses that stand for AWS.
 *
 * @param gateway what queue URLs begin with
 * @param api the HTTP API
 */
public record Surroundings(String region, String account, URI gateway, URI api) {
  /** The ARN of something here. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
  }
}
