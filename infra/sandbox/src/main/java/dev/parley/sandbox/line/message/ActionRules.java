package dev.parley.sandbox.line.message;

import dev.parley.sandbox.line.message.Length.Limit;
import java.util.List;

/** What LINE checks in an action; the label's rule depends on what carries the action. */
enum ActionRules {
  TEMPLATE(true, 20),
  IMAGE_CAROUSEL(false, 12),
  QUICK_REPLY(true, 20),
  FLEX_BUTTON(true, 40),
  FLEX_OTHER(false, 40);

  private static final List<String> TYPES =
      List.of(
          "postback",
          "message",
          "uri",
          "datetimepicker",
          "camera",
          "cameraRoll",
          "location",
          "richmenuswitch",
          "clipboard");
  private static final List<String> INPUT_OPTIONS =
      List.of("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice");
  private static final Limit SHOWN = Length.GRAPHEMES.atMost(300);
  private static final Limit DATA = Length.UTF_16.atMost(300);

  private final boolean labelRequired;
  private final int label;

  ActionRules(boolean labelRequired, int label) {
    this.labelRequired = labelRequired;
    this.label = label;
  }

  void check(Checked action) {
    action.required("type");
    action.oneOf("type", TYPES);
    Limit length = Length.GRAPHEMES.atMost(label);
    if (labelRequired) {
      action.text("label", length);
    } else {
      action.optionalText("label", length);
    }
    switch (action.string("type")) {
      case "postback" -> postback(action);
      case "message" -> specified(action, "text", SHOWN);
      case "uri" -> uri(action);
      case "datetimepicker" -> picker(action);
      case "clipboard" -> specified(action, "clipboardText", Length.UTF_16.atMost(1000));
      case "richmenuswitch" -> specified(action, "richMenuAliasId", Length.UTF_16.atMost(32));
      default -> {} // nothing more to say of the others
    }
  }

  private static void postback(Checked action) {
    specified(action, "data", DATA);
    action.optionalText("displayText", SHOWN);
    action.optionalText("text", SHOWN);
    action.optionalText("fillInText", SHOWN);
    action.oneOf("inputOption", INPUT_OPTIONS);
    if (action.has("displayText") && action.has("text")) {
      action.problem("text", "can't be used together with displayText");
    }
  }

  private static void uri(Checked action) {
    action.actionUri("uri");
    if (action.has("altUri")) {
      action.object("altUri").actionUri("desktop");
    }
  }

  private static void picker(Checked action) {
    specified(action, "data", DATA);
    action.required("mode");
    action.oneOf("mode", List.of("date", "time", "datetime"));
  }

  private static void specified(Checked action, String name, Limit limit) {
    action.required(name);
    action.optionalText(name, limit);
  }
}
