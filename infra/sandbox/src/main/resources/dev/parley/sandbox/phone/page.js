import { api } from "/api.js";
import { card, cards, file, place, shot, stack, sticker, words } from "/bubbles.js";

const PLACE = { location: { title: "Taipei 101", latitude: 25.033976, longitude: 121.564472 } };
const LABELS = {
  story_mention: "Mentioned you in their story", ig_reel: "Shared a reel", share: "Shared a post", MEDIA_SHARE: "Shared a post",
};

/** Messenger and Instagram, whose messages are made alike, as the page shows them. */
function page(name, title, colour, more) {
  return {
    name, title, colour,
    api: api(name),
    block: "block",
    unblock: "unblock",
    reads: true,
    wide: (message) => attachments(message).some((one) => elements(one).length > 1),
    preview: (message) => message.text ?? `[${attachments(message)[0]?.type ?? "message"}]`,
    quickReplies: (message) => (message.quick_replies ?? []).map((one) => ({
      type: "say", label: one.title ?? one.content_type, say: { text: one.title ?? "…", quickReply: one.payload ?? "" },
    })),
    content,
    ...more,
  };
}

export const messenger = page("messenger", "Messenger", "#0a7cff", {
  stickers: [{ face: "👍", label: "Thumbs up", say: { sticker: 369239263222822 } }],
  place: PLACE,
});

export const instagram = page("instagram", "Instagram", "#d62976", {
  stickers: [
    { face: "❤️", label: "Heart", say: { sticker: true } },
    { face: "📖", label: "Mention in a story", say: { storyMention: true } },
  ],
  place: { text: "📍 Taipei 101" },
});

const attachments = (message) => message.attachments ?? (message.attachment ? [message.attachment] : []);
const elements = (attachment) => attachment.payload?.elements ?? attachment.payload?.product?.elements ?? [];

function content({ message, read }, tools) {
  const parts = [];
  if (message.reply_to?.story) {
    parts.push(shot(message.reply_to.story.url));
  }
  if (message.is_unsupported) {
    parts.push(words("[a kind of message that businesses can't see]"));
  }
  if (message.text) {
    parts.push(words(message.text));
  }
  parts.push(...attachments(message).map((one) => part(one, tools.tap)));
  if (read) {
    parts.push(Object.assign(document.createElement("small"), { className: "ticks", textContent: "Seen" }));
  }
  return stack(...parts);
}

function part(attachment, tap) {
  const { type, payload = {} } = attachment;
  switch (type) {
    case "image":
      return payload.sticker_id ? sticker("👍", "Sticker") : shot(payload.url ?? "");
    case "video":
    case "audio":
    case "file":
      return file(type, payload.url ?? "");
    case "like_heart":
      return sticker("❤️", "Heart");
    case "location":
      return place(attachment.title, `${payload.coordinates?.lat}, ${payload.coordinates?.long}`);
    case "template":
      return template(payload, tap);
    case "fallback":
      return file("file", attachment.url ?? payload?.url, attachment.title, attachment.url);
    default:
      return stack(shot(payload.url ?? ""), words(payload.title || LABELS[type] || `[${type}]`));
  }
}

function template(payload, tap) {
  if (payload.template_type === "button") {
    return card({ text: payload.text, actions: actions(payload.buttons) }, {}, tap);
  }
  const options = { imageAspectRatio: payload.image_aspect_ratio };
  const all = elements({ payload }).map((one) => card({
    title: one.title ?? one.id,
    text: one.subtitle,
    thumbnailImageUrl: one.image_url ?? one.url,
    defaultAction: one.default_action ? action(one.default_action) : undefined,
    actions: actions(one.buttons),
  }, options, tap));
  return cards("Cards", all);
}

const actions = (buttons) => (buttons ?? []).map(action);

function action(button) {
  switch (button.type) {
    case "web_url":
      return { type: "uri", uri: button.url, label: button.title };
    case "phone_number":
      return { type: "uri", uri: `tel:${button.payload}`, label: button.title };
    default:
      return { type: "say", label: button.title ?? button.type, say: { postback: { payload: button.payload, title: button.title } } };
  }
}
