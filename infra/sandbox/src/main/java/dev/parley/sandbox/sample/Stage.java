package dev.parley.sandbox.sample;

import dev.parley.sandbox.instagram.SimulatedInstagram;
import dev.parley.sandbox.line.LineChannel;
import dev.parley.sandbox.line.SimulatedLine;
import dev.parley.sandbox.messenger.SimulatedMessenger;
import dev.parley.sandbox.meta.Credentials;
import dev.parley.sandbox.meta.GraphAccount;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.SimulatedPlatform;
import dev.parley.sandbox.whatsapp.SimulatedWhatsapp;
import dev.parley.sandbox.whatsapp.WhatsappNumber;
import java.time.InstantSource;

/** A simulated platform for one sample, whose demo account has the webhook that is to hear it. */
record Stage(SimulatedPlatform platform, String customer, boolean listening) {
  /** Nothing is fetched from here: the platform ends with the sample. */
  private static final String NOWHERE = "http://127.0.0.1:8081";

  private static final String NAME = "Parley Demo Shop";

  static Stage of(String platform, Options options) {
    String url = options.url(platform);
    return switch (platform) {
      case "line" -> line(url, options);
      case "messenger" -> {
        SimulatedMessenger messenger = new SimulatedMessenger(NOWHERE, InstantSource.system());
        GraphAccount page = account(SimulatedMessenger.DEMO, url, options);
        yield new Stage(messenger, "9100000000000001", messenger.register(page, NAME));
      }
      case "instagram" -> {
        SimulatedInstagram instagram = new SimulatedInstagram(NOWHERE, InstantSource.system());
        GraphAccount account = account(SimulatedInstagram.DEMO, url, options);
        yield new Stage(instagram, "9200000000000001", instagram.register(account, NAME));
      }
      case "whatsapp" -> whatsapp(url, options);
      default -> throw new BadRequest("There is no platform " + platform, null);
    };
  }

  private static Stage line(String url, Options options) {
    SimulatedLine line = new SimulatedLine(NOWHERE, InstantSource.system());
    LineChannel demo = SimulatedLine.DEMO;
    String secret = options.get("secret", demo.channelSecret());
    line.register(new LineChannel(demo.channelId(), secret, demo.channelAccessToken(), url), NAME);
    return new Stage(line, "Uaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1", true);
  }

  private static Stage whatsapp(String url, Options options) {
    SimulatedWhatsapp whatsapp = new SimulatedWhatsapp(NOWHERE, InstantSource.system());
    WhatsappNumber demo = SimulatedWhatsapp.DEMO;
    WhatsappNumber number =
        new WhatsappNumber(
            demo.id(),
            credentials(demo.credentials(), options),
            url,
            demo.businessAccountId(),
            demo.phoneNumber(),
            demo.catalogId());
    return new Stage(whatsapp, "886912345678", whatsapp.register(number, NAME));
  }

  private static GraphAccount account(GraphAccount demo, String url, Options options) {
    return new GraphAccount(demo.id(), credentials(demo.credentials(), options), url);
  }

  private static Credentials credentials(Credentials demo, Options options) {
    return new Credentials(
        demo.accessToken(),
        options.get("secret", demo.appSecret()),
        options.get("verify-token", demo.verifyToken()));
  }
}
