package dev.parley.sandbox.meta;

import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;

/** One platform's part of a Graph API server. */
public interface GraphApi {
  /** Whether one of its accounts has the token. */
  boolean knowsToken(String token);

  /** Whether it has an account of that id. */
  boolean knowsAccount(String id);

  /** Whether an app of one of its accounts has the secret. */
  boolean knowsSecret(String secret);

  /** Answers a call with a token that it knows; its path is without version. */
  Response answer(Request request);

  /** Whether one of its tokens may ask about itself: about a page's its app must ask. */
  boolean isOpenToItself(String token);

  /** Whether one of its tokens has ended. */
  boolean isExpired(String token);

  /** Tells of a token that it knows. */
  Response describe(Request request, String token);

  /** Answers a call that is refused whoever it is for. */
  Response refuse(Request request, GraphError error);
}
