import { make, picture, reel } from "/dom.js";
import { act } from "/actions.js";
import { api } from "/api.js";
import { card, file, place, shot, sticker, words } from "/bubbles.js";
import { flex } from "/flex.js";

const STICKERS = [
  { packageId: "446", stickerId: "1988", face: "👍", keywords: ["Good", "OK"] },
  { packageId: "446", stickerId: "1989", face: "😊", keywords: ["Smile", "Thanks"] },
  { packageId: "446", stickerId: "1990", face: "😍", keywords: ["Love", "Want"] },
  { packageId: "446", stickerId: "1991", face: "🤔", keywords: ["Hmm", "Think"] },
  { packageId: "446", stickerId: "1992", face: "😭", keywords: ["Cry", "Sad"] },
  { packageId: "446", stickerId: "1993", face: "🎉", keywords: ["Party", "Congrats"] },
  { packageId: "446", stickerId: "1994", face: "🙏", keywords: ["Please", "Thanks"] },
];
const WIDE = ["carousel", "image_carousel", "bubble"];

/** LINE as the page shows it. */
export const line = {
  name: "line",
  title: "LINE",
  colour: "#06c755",
  api: api("line"),
  stickers: STICKERS.map(({ face, ...sent }) => ({ face, label: sent.keywords[0], say: { sticker: sent } })),
  place: { location: { title: "Taipei 101", address: "台北市信義區信義路五段7號", latitude: 25.033976, longitude: 121.564472 } },
  block: "block",
  unblock: "follow",
  reads: false,
  wide: (message) => WIDE.includes(message.template?.type ?? message.contents?.type),
  preview: (message) => message.text ?? message.altText ?? `[${message.type}]`,
  quickReplies: (message) => (message.quickReply?.items ?? []).map((item) => item.action),
  content,
};

function content(item, tools) {
  const message = item.message;
  switch (message.type) {
    case "text":
    case "textV2":
      return words(message.text);
    case "image":
      return shot(source(item), message.previewImageUrl ?? source(item));
    case "sticker":
      return known(message);
    case "video":
    case "audio":
    case "file":
      return attachment(item);
    case "location":
      return place(message.title, message.address ?? `${message.latitude}, ${message.longitude}`);
    case "template":
      return template(message, tools.tap);
    case "flex":
      return flex(message.contents, message.altText, tools.tap);
    default:
      return words(`[${message.type}] ${message.altText ?? ""}`);
  }
}

function source(item) {
  const provider = item.message.contentProvider;
  return item.message.originalContentUrl ?? provider?.originalContentUrl ?? line.api.contentUrl(item.id);
}

function known(message) {
  const one = STICKERS.find((s) => s.stickerId === message.stickerId && s.packageId === message.packageId);
  const label = `Sticker ${message.packageId}/${message.stickerId}`;
  return sticker(one?.face ?? "🐻", label, one ? null : label);
}

function attachment(item) {
  const { type, fileName, fileSize, duration } = item.message;
  const more = fileSize === undefined ? `${Math.round((duration ?? 0) / 1000)} s` : `${fileSize} bytes`;
  return file(type, source(item), fileName, more);
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

function tile(column, tap) {
  const top = picture(column.imageUrl, column.action.label ?? "Picture");
  top.classList.add("square");
  return make("div.tile", {}, top, act(column.action, tap));
}
