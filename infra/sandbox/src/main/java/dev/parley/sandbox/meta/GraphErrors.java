package dev.parley.sandbox.meta;

import dev.parley.sandbox.behaviour.Behaviour;
import java.util.Map;
import java.util.Optional;

/** The errors that the Graph API has for every platform, and those that can be asked for. */
public final class GraphErrors {
  static final GraphError NO_TOKEN =
      GraphError.of(401, 104, 0, "An access token is required to request this resource.");
  static final GraphError BAD_TOKEN =
      GraphError.of(401, 190, 0, "Invalid OAuth access token - Cannot parse access token");
  static final GraphError EXPIRED =
      GraphError.of(401, 190, 463, "Error validating access token: Session has expired");
  static final GraphError NOT_ITS_APP =
      GraphError.of(
          400,
          100,
          0,
          "(#100) Only an app's access token, or that of one of its developers, may ask this");
  static final GraphError BAD_PROOF =
      GraphError.of(400, 100, 0, "Invalid appsecret_proof provided in the API argument");
  private static final String UNKNOWN = "An unknown error has occurred.";

  /** A status and words for the codes that behaviours ask for. */
  private record Known(int status, String words) {}

  private static final Map<Integer, Known> KNOWN =
      Map.ofEntries(
          Map.entry(1, new Known(500, UNKNOWN)),
          Map.entry(2, new Known(503, "Service temporarily unavailable")),
          Map.entry(4, new Known(400, "(#4) Application request limit reached")),
          Map.entry(10, new Known(403, "(#10) Application does not have permission")),
          Map.entry(17, new Known(400, "(#17) User request limit reached")),
          Map.entry(32, new Known(400, "(#32) Page request limit reached")),
          Map.entry(190, new Known(401, EXPIRED.message())),
          Map.entry(200, new Known(403, "(#200) Permissions error")),
          Map.entry(368, new Known(403, "(#368) Temporarily blocked for policies violations")),
          Map.entry(551, new Known(400, "(#551) This person isn't available right now.")),
          Map.entry(613, new Known(400, "(#613) Calls to this api have exceeded the rate limit.")),
          Map.entry(1200, new Known(500, "Temporary send message failure. Try again later.")),
          Map.entry(80006, new Known(400, "(#80006) Messenger rate limit reached")),
          Map.entry(80007, new Known(400, "(#80007) Rate limit issues")),
          Map.entry(130429, new Known(400, "(#130429) Rate limit hit")),
          Map.entry(131000, new Known(500, "(#131000) Something went wrong")),
          Map.entry(131016, new Known(500, "(#131016) Service unavailable")),
          Map.entry(131026, new Known(400, "(#131026) Message undeliverable")),
          Map.entry(131042, new Known(400, "(#131042) Business eligibility payment issue")),
          Map.entry(131047, new Known(400, "(#131047) Re-engagement message")),
          Map.entry(131048, new Known(400, "(#131048) Spam rate limit hit")),
          Map.entry(131049, new Known(400, "(#131049) Meta chose not to deliver.")),
          Map.entry(131056, new Known(400, "(#131056) Pair rate limit hit")),
          Map.entry(131057, new Known(500, "(#131057) Account in maintenance mode")),
          Map.entry(133004, new Known(503, "(#133004) Server temporarily unavailable")));

  private GraphErrors() {}

  /** What a misbehaviour answers. */
  static GraphError of(Behaviour how) {
    int code = how.code() > 0 ? how.code() : byStatus(how.status());
    Known known =
        Optional.ofNullable(KNOWN.get(code)).orElse(new Known(400, "(#" + code + ") Error"));
    int status = how.status() > 0 ? how.status() : known.status();
    String words = how.message() == null ? known.words() : how.message();
    boolean whatsapp = code / 1000 >= 130;
    int subcode = code == 190 && how.subcode() == 0 ? EXPIRED.subcode() : how.subcode();
    return new GraphError(status, "OAuthException", code, subcode, words, whatsapp ? words : null);
  }

  private static int byStatus(int status) {
    return switch (status) {
      case 401 -> 190;
      case 403 -> 200;
      case 503 -> 2;
      default -> 1;
    };
  }
}
