import { avatar, linked, make, picture, reel } from "/dom.js";
import { act, tappable } from "/actions.js";

const EVENTS = {
  follow: "added this account as a friend",
  unfollow: "blocked this account",
  unblock: "unblocked this account",
  postback: "tapped a button",
  join: "invited the account to a group",
  referral: "came by a link or an ad",
};

const clock = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

/** An entry of a chat as it stands on the phone; the platform shows its content. */
export function entry(item, shop, platform, tools) {
  if (item.event) {
    return make("div.event", {}, `${tools.name} ${EVENTS[item.event] ?? `· ${item.event}`} · ${clock(item.at)}`);
  }
  const mine = item.from === "customer";
  const message = item.message ?? {};
  const row = make(`div.entry.${mine ? "customer" : "shop"}`, {});
  row.classList.toggle("wide", !item.unsent && platform.wide(message));
  if (!mine) {
    row.append(avatar(message.sender?.name ?? shop, message.sender?.iconUrl));
  }
  const inside = item.unsent
    ? make("div.unsent", {}, mine ? "You unsent a message" : "Message unsent")
    : platform.content(item, tools);
  const bubble = make("div.bubble", mine ? { tabIndex: -1 } : {}, inside);
  if (item.reaction) {
    bubble.append(make("span.reacted", { "aria-label": `Reaction ${item.reaction}` }, item.reaction));
  }
  row.append(bubble, make("time", {}, clock(item.at)));
  if (mine && !item.unsent) {
    row.append(make("button.withdraw", { type: "button", onclick: () => tools.unsend(item.id) }, "Unsend"));
  }
  return row;
}

export const words = (text) => make("div.words", {}, ...linked(text ?? ""));

/** Several parts of one message, one below the other. */
export const stack = (...parts) => make("div.stack", {}, ...parts);

/** A picture that opens, a video, a sound or a file to fetch. */
export const shot = (url, shown = url) =>
  make("a", { href: url, target: "_blank", rel: "noopener" }, picture(shown, "Picture", "img.picture"));

export function file(kind, url, name, more) {
  const face = { video: "🎬", audio: "🎧" }[kind] ?? "📄";
  return make("a.attachment", { href: url, target: "_blank", rel: "noopener" },
    make("span", { "aria-hidden": "true" }, face), make("b", {}, name ?? kind), more ? make("small", {}, more) : null);
}

export function place(title, detail) {
  return make("div.attachment", {}, make("span", { "aria-hidden": "true" }, "📍"),
    make("b", {}, title ?? "Location"), make("small", {}, detail));
}

export function sticker(face, label, more) {
  return make("div.sticker", { role: "img", "aria-label": label }, face, more ? make("small", {}, more) : null);
}

/** Cards, swiped sideways if there are several. */
export const cards = (label, all) => (all.length === 1 ? all[0] : reel(label, all));

/** A card: {@code {title?, text?, thumbnailImageUrl?, defaultAction?, actions?}}. */
export function card(column, options, tap) {
  const whole = make("div.plain", {}, column.title ? make("h3", {}, column.title) : null,
    column.text ? make("p", {}, column.text) : null);
  const element = make("article.card", {});
  element.classList.toggle("sure", column.sure === true);
  if (column.thumbnailImageUrl) {
    const top = picture(column.thumbnailImageUrl, column.title ?? column.text ?? "Picture");
    top.classList.toggle("square", options.imageAspectRatio === "square");
    top.classList.toggle("contain", options.imageSize === "contain");
    top.style.backgroundColor = column.imageBackgroundColor ?? "";
    element.append(tappable(make("div", {}, top), column.defaultAction, tap));
  }
  element.append(tappable(whole, column.defaultAction, tap));
  if (column.actions?.length) {
    element.append(make("div.actions", {}, ...column.actions.map((action) => act(action, tap))));
  }
  return element;
}
