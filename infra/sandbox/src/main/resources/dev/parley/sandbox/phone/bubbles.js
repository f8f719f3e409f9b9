import { avatar, linked, make, picture, reel } from "/dom.js";
import { act, tappable } from "/actions.js";
import { flex } from "/flex.js";
import { contentUrl } from "/line.js";

export const STICKERS = [
  { packageId: "446", stickerId: "1988", face: "👍", keywords: ["Good", "OK"] },
  { packageId: "446", stickerId: "1989", face: "😊", keywords: ["Smile", "Thanks"] },
  { packageId: "446", stickerId: "1990", face: "😍", keywords: ["Love", "Want"] },
  { packageId: "446", stickerId: "1991", face: "🤔", keywords: ["Hmm", "Think"] },
  { packageId: "446", stickerId: "1992", face: "😭", keywords: ["Cry", "Sad"] },
  { packageId: "446", stickerId: "1993", face: "🎉", keywords: ["Party", "Congrats"] },
  { packageId: "446", stickerId: "1994", face: "🙏", keywords: ["Please", "Thanks"] },
];

const EVENTS = {
  follow: "added this account as a friend",
  unfollow: "blocked this account",
  postback: "tapped a button",
  join: "invited the account to a group",
};

const clock = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

/** An entry of a chat as it stands on the phone. */
export function entry(item, shop, tools) {
  if (item.event) {
    return make("div.event", {}, `${tools.name} ${EVENTS[item.event] ?? `· ${item.event}`} · ${clock(item.at)}`);
  }
  const mine = item.from === "customer";
  const message = item.message ?? {};
  const wide = !item.unsent && ["carousel", "image_carousel", "bubble"].includes(message.template?.type ?? message.contents?.type);
  const row = make(`div.entry.${mine ? "customer" : "shop"}`, {});
  row.classList.toggle("wide", wide);
  if (!mine) {
    row.append(avatar(message.sender?.name ?? shop, message.sender?.iconUrl));
  }
  const inside = item.unsent
    ? make("div.unsent", {}, mine ? "You unsent a message" : "Message unsent")
    : content(item, tools);
  row.append(make("div.bubble", mine ? { tabIndex: -1 } : {}, inside), make("time", {}, clock(item.at)));
  if (mine && !item.unsent) {
    row.append(make("button.withdraw", { type: "button", onclick: () => tools.unsend(item.id) }, "Unsend"));
  }
  return row;
}

function content(item, tools) {
  const message = item.message;
  switch (message.type) {
    case "text":
    case "textV2":
      return make("div.words", {}, ...linked(message.text));
    case "image":
      return image(item);
    case "sticker":
      return sticker(message);
    case "video":
    case "audio":
    case "file":
      return attachment(item);
    case "location":
      return place(message);
    case "template":
      return template(message, tools.tap);
    case "flex":
      return flex(message.contents, message.altText, tools.tap);
    default:
      return make("div.words", {}, `[${message.type}] ${message.altText ?? ""}`);
  }
}

function source(item) {
  const provider = item.message.contentProvider;
  return item.message.originalContentUrl ?? provider?.originalContentUrl ?? contentUrl(item.id);
}

function image(item) {
  const shown = item.message.previewImageUrl ?? source(item);
  return make("a", { href: source(item), target: "_blank", rel: "noopener" }, picture(shown, "Picture", "img.picture"));
}

function sticker(message) {
  const known = STICKERS.find((one) => one.stickerId === message.stickerId && one.packageId === message.packageId);
  const label = `Sticker ${message.packageId}/${message.stickerId}`;
  return make("div.sticker", { role: "img", "aria-label": label }, known?.face ?? "🐻", known ? null : make("small", {}, label));
}

function attachment(item) {
  const { type, fileName, fileSize, duration } = item.message;
  const face = { video: "🎬", audio: "🎧", file: "📄" }[type];
  const more = fileSize === undefined ? `${Math.round((duration ?? 0) / 1000)} s` : `${fileSize} bytes`;
  return make("a.attachment", { href: source(item), target: "_blank", rel: "noopener" },
    make("span", { "aria-hidden": "true" }, face), make("b", {}, fileName ?? type), make("small", {}, more));
}

function place(message) {
  return make("div.attachment", {}, make("span", { "aria-hidden": "true" }, "📍"),
    make("b", {}, message.title ?? "Location"),
    make("small", {}, message.address ?? `${message.latitude}, ${message.longitude}`));
}

function template({ template: spec, altText }, tap) {
  switch (spec.type) {
    case "carousel":
      return reel(altText, spec.columns.map((column) => card(column, spec, tap)));
    case "image_carousel":
      return reel(altText, spec.columns.map((column) => tile(column, tap)));
    case "confirm":
      return card({ ...spec, sure: true }, spec, tap);
    default:
      return card(spec, spec, tap);
  }
}

function card(column, options, tap) {
  const whole = make("div.plain", {}, column.title ? make("h3", {}, column.title) : null, make("p", {}, column.text));
  const element = make("article.card", {});
  element.classList.toggle("sure", column.sure === true);
  if (column.thumbnailImageUrl) {
    const shot = picture(column.thumbnailImageUrl, column.title ?? column.text);
    shot.classList.toggle("square", options.imageAspectRatio === "square");
    shot.classList.toggle("contain", options.imageSize === "contain");
    shot.style.backgroundColor = column.imageBackgroundColor ?? "";
    element.append(tappable(make("div", {}, shot), column.defaultAction, tap));
  }
  element.append(tappable(whole, column.defaultAction, tap));
  element.append(make("div.actions", {}, ...column.actions.map((action) => act(action, tap))));
  return element;
}

function tile(column, tap) {
  const shot = picture(column.imageUrl, column.action.label ?? "Picture");
  shot.classList.add("square");
  return make("div.tile", {}, shot, act(column.action, tap));
}
