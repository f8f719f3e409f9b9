import { make } from "/dom.js";
import { api } from "/api.js";
import { card, cards, file, place, shot, stack, sticker, words } from "/bubbles.js";

const TICKS = { sent: "✓", delivered: "✓✓", read: "✓✓ Read", failed: "⚠ Not delivered" };
const FILES = ["image", "video", "audio", "document", "sticker"];

/** WhatsApp as the page shows it. */
export const whatsapp = {
  name: "whatsapp",
  title: "WhatsApp",
  colour: "#25d366",
  api: api("whatsapp"),
  stickers: [{ face: "🙂", label: "Sticker", say: { sticker: true } }],
  place: { location: { name: "Taipei 101", address: "台北市信義區信義路五段7號", latitude: 25.033976, longitude: 121.564472 } },
  block: "block",
  unblock: "unblock",
  reads: true,
  wide: (message) => message.interactive?.type === "carousel",
  preview: (message) => message.text?.body ?? message.interactive?.body?.text ?? message.shown ?? `[${message.type}]`,
  quickReplies: () => [],
  content(item, tools) {
    const tick = item.from === "shop" ? TICKS[item.status] : item.seen ? "✓✓ Read" : null;
    const small = make("small.ticks", {}, tick ?? "");
    small.classList.toggle("read", Boolean(tick?.includes("Read")));
    return stack(...parts(item.message, item.id, tools.tap), tick ? small : null);
  },
};

function parts(message, id, tap) {
  const type = message.type ?? "text";
  if (FILES.includes(type)) {
    return media(type, message[type]);
  }
  switch (type) {
    case "text":
      return [words(message.text?.body)];
    case "location":
      return [place(message.location.name, message.location.address ?? `${message.location.latitude}, ${message.location.longitude}`)];
    case "contacts":
      return message.contacts.map((one) => file("file", "", one.name?.formatted_name, one.phones?.[0]?.phone));
    case "button":
      return [words(message.button.text)];
    case "order":
      return [order(message.order)];
    case "template":
      return [words(message.shown || `[${message.template.name}]`)];
    case "reaction":
      return [words(`Reacted ${message.reaction.emoji}`)];
    case "interactive":
      return [interactive(message.interactive, id, tap)];
    default:
      return [words(`[${type}]`)];
  }
}

function media(type, given) {
  const url = given.link ?? whatsapp.api.contentUrl(given.id);
  const caption = given.caption ? [words(given.caption)] : [];
  switch (type) {
    case "image":
      return [shot(url), ...caption];
    case "sticker":
      return [sticker("🙂", "Sticker")];
    default:
      return [file(type, url, given.filename), ...caption];
  }
}

function order({ product_items: items, text }) {
  const rows = items.map((one) => `${one.quantity} × ${one.product_retailer_id} · ${one.item_price} ${one.currency}`);
  return card({ title: "Cart", text: [text, ...rows].filter(Boolean).join("\n") }, {}, () => {});
}

function interactive(message, id, tap) {
  const { type, header, body, footer, action } = message;
  if (type === "button_reply" || type === "list_reply") {
    return words(message[type].title);
  }
  const base = {
    title: header?.text,
    text: [body?.text, footer?.text].filter(Boolean).join("\n\n"),
    thumbnailImageUrl: header?.image ? header.image.link ?? whatsapp.api.contentUrl(header.image.id) : undefined,
  };
  if (type === "carousel") {
    return stack(words(body.text), cards("Cards", action.cards.map((one) => carouselCard(one, id, tap))));
  }
  return card({ ...base, actions: actions(type, action, id) }, {}, tap);
}

function carouselCard(one, id, tap) {
  const image = one.header?.image;
  return card({
    title: one.action.product_retailer_id,
    text: one.body?.text,
    thumbnailImageUrl: image ? image.link ?? whatsapp.api.contentUrl(image.id) : undefined,
    actions: one.action.buttons ? one.action.buttons.map((b) => reply(b.quick_reply, id)) : actions(one.type, one.action, id),
  }, {}, tap);
}

const reply = (button, id) => ({ type: "say", label: button.title, say: { buttonReply: { id: button.id, title: button.title }, replyTo: id } });

function actions(type, action, id) {
  switch (type) {
    case "cta_url":
      return [{ type: "uri", uri: action.parameters.url, label: action.parameters.display_text }];
    case "button":
      return action.buttons.map((one) => reply(one.reply, id));
    case "list":
      return action.sections.flatMap((section) => section.rows).map((row) => ({
        type: "say", label: row.title, say: { listReply: { id: row.id, title: row.title, description: row.description }, replyTo: id },
      }));
    case "product":
      return [ask(action.product_retailer_id)];
    case "product_list":
      return action.sections.flatMap((section) => section.product_items).map((one) => ask(one.product_retailer_id));
    case "catalog_message":
      return [{ type: "say", label: "View catalog", say: { text: "Show me the catalog" } }];
    default:
      return [{ type: "say", label: "Send location", say: whatsapp.place }];
  }
}

/** A product, of which a tap asks. */
const ask = (product) => ({ type: "say", label: `🛍 ${product}`, say: { text: `Is ${product} available?`, product } });
