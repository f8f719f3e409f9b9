package dev.parley.chat.outbound;

import dev.parley.aws.http.Fields;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.platforms.Platforms;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a template that the platform has approved, and what stands in its places. */
final class TemplateInput {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");
  private static final int MOST_NAME = 512;
  private static final int MOST_PARAMETERS = 20;
  private static final int MOST_PARAMETER = 1024;

  private TemplateInput() {}

  static @Nullable MessageContent read(Fields fields, ChannelType type) {
    if (!Platforms.replyWindow(type).templates()) {
      fields.error(MessageInput.TEMPLATE, "is nothing that " + type.platform() + " has");
    }
    Fields template = fields.optionalObject(MessageInput.TEMPLATE);
    if (template == null) {
      return null;
    }
    String name = template.text("name", MOST_NAME);
    if (!name.isBlank() && !NAME.matcher(name).matches()) {
      template.error("name", "must be lower-case letters, digits and _");
    }
    String language = template.text("language", 6);
    if (!language.isBlank() && !LANGUAGE.matcher(language).matches()) {
      template.error("language", "must be a code such as zh_TW, th or en_US");
    }
    List<String> parameters =
        template.has("parameters") ? template.texts("parameters", 0, MOST_PARAMETERS) : List.of();
    for (int i = 0; i < parameters.size(); i++) {
      String value = parameters.get(i);
      if (value.isBlank() || value.length() > MOST_PARAMETER) {
        template.error(
            "parameters/" + i, "must be 1 to " + MOST_PARAMETER + " characters, not only spaces");
      }
    }
    return new MessageContent.Template(name, language, parameters);
  }
}
