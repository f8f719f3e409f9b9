import { avatar, hue, make } from "/dom.js";
import { act } from "/actions.js";
import { entry, STICKERS } from "/bubbles.js";
import * as line from "/line.js";

const $ = (id) => document.getElementById(id);
const seen = new Map(); // "customer channel" -> total when last looked at
let people = [];
let customerId = location.hash.slice(1) || null;
let channelId = null;
let shown = { chat: "", keys: [] };
let revision = -1;
let stop = new AbortController();

/* ---------- what the page shows ---------- */

const customer = () => people.find((one) => one.userId === customerId);
const chat = () => customer()?.channels.find((one) => one.channelId === channelId);

function show() {
  if (!customer()) {
    customerId = people[0]?.userId ?? null;
  }
  if (!chat()) {
    channelId = busiest(customer()?.channels ?? [])?.channelId ?? null;
  }
  if (chat()) {
    seen.set(`${customerId} ${channelId}`, chat().total);
  }
  showPeople();
  showTop();
  showChat();
}

const busiest = (channels) => [...channels].sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0))[0];

function showPeople() {
  $("customers").replaceChildren(...people.map((one) => {
    const last = busiest(one.channels)?.last;
    const fresh = one.channels.reduce((sum, c) => sum + c.total - (seen.get(`${one.userId} ${c.channelId}`) ?? 0), 0);
    const open = () => choose(one.userId);
    return make("li", {}, make("button",
      { type: "button", onclick: open, "aria-current": String(one.userId === customerId) },
      avatar(one.displayName, one.pictureUrl), make("b", {}, one.displayName),
      fresh > 0 && one.userId !== customerId ? make("span.badge", { "aria-label": `${fresh} new` }, String(fresh)) : null,
      make("small", {}, preview(last))));
  }));
}

function preview(last) {
  if (!last) {
    return "No messages yet";
  }
  const message = last.message;
  return last.event ?? message?.text ?? message?.altText ?? (message ? `[${message.type}]` : "unsent");
}

function showTop() {
  const current = chat();
  $("shop").textContent = current?.displayName ?? "No chat yet";
  $("whose").textContent = customer() ? `${customer().displayName}'s phone` : "Add a customer to begin";
  const picture = avatar(current?.displayName ?? "?");
  $("shop-avatar").style.setProperty("--hue", hue(current?.displayName ?? "?"));
  $("shop-avatar").textContent = picture.textContent;
  const channels = customer()?.channels ?? [];
  $("channel").hidden = channels.length < 2;
  $("channel").replaceChildren(...channels.map((one) => new Option(one.displayName, one.channelId, false, one.channelId === channelId)));
  const friend = current?.standing === "friend";
  $("standing").hidden = !current;
  $("standing").textContent = friend ? "Block" : "Add friend";
}

function showChat() {
  const entries = chat()?.entries ?? [];
  const keys = entries.map((one) => `${one.id ?? one.event}${one.at}${one.unsent ?? ""}`);
  const name = `${customerId} ${channelId}`;
  const area = $("chat");
  const atEnd = area.scrollHeight - area.scrollTop - area.clientHeight < 120;
  const grown = shown.chat === name && shown.keys.every((key, i) => key === keys[i]);
  if (!grown) {
    area.replaceChildren();
  }
  const from = grown ? shown.keys.length : 0;
  let before = entries[from - 1];
  for (const item of entries.slice(from)) {
    area.append(...day(before, item), row(before, item));
    before = item;
  }
  shown = { chat: name, keys };
  if (!grown || (from < entries.length && (atEnd || entries.at(-1).from === "customer"))) {
    area.scrollTop = area.scrollHeight;
  }
  showQuickReplies(entries);
}

function day(before, item) {
  const date = (one) => new Date(one.at).toLocaleDateString([], { weekday: "short", day: "numeric", month: "short" });
  return before && date(before) === date(item) ? [] : [make("div.day", {}, date(item))];
}

function row(before, item) {
  const tools = {
    name: customer().displayName,
    tap,
    unsend: (messageId) => tell(line.doTo(customerId, "unsend", { channelId, messageId })),
  };
  const element = entry(item, chat().displayName, tools);
  element.classList.toggle("same", before?.from === item.from && !before?.event);
  return element;
}

function showQuickReplies(entries) {
  const last = entries.at(-1);
  const items = last?.from === "shop" ? last.message?.quickReply?.items ?? [] : [];
  const key = items.length ? `${last.id}` : "";
  if ($("quick").dataset.of !== key) {
    $("quick").dataset.of = key;
    $("quick").replaceChildren(...items.map((item) => act(item.action, tap)));
  }
}

async function showWire() {
  const open = [...document.querySelectorAll("#wire details[open]")].map((one) => one.dataset.key);
  const items = await line.wire(40);
  $("wire").replaceChildren(...items.map((item) => {
    const status = item.webhookStatus ?? item.status;
    const good = status >= 200 && status < 300 && !item.reason;
    const title = item.kind === "webhook" ? "webhook" : item.operation;
    const key = `${item.at}${title}${status}`;
    return make("li", {}, make("details", { open: open.includes(key) },
      make("summary", {}, make("span", { title: item.kind }, item.kind === "webhook" ? "→" : "←"),
        make("b", {}, title, " ", make(`span.${good ? "good" : "bad"}`, {}, item.reason ?? (status || "dropped"))),
        make("time", {}, item.at.slice(11, 19))),
      make("pre", {}, JSON.stringify(item, null, 2))));
  }));
  document.querySelectorAll("#wire details").forEach((one, i) => {
    const item = items[i];
    one.dataset.key = `${item.at}${item.kind === "webhook" ? "webhook" : item.operation}${item.webhookStatus ?? item.status}`;
  });
}

/* ---------- what the customer does ---------- */

function choose(id) {
  customerId = id;
  channelId = null;
  history.replaceState(null, "", `#${id}`);
  $("notice").textContent = "";
  refresh();
}

/** Waits for what was asked of LINE and says what went wrong. */
async function tell(promise) {
  try {
    const answer = await promise;
    const failed = answer.reason ?? null;
    $("notice").textContent = failed ? `The webhook did not take it: ${failed.replaceAll("_", " ")}` : "";
    return answer;
  } catch (error) {
    $("notice").textContent = error.message;
    return null;
  }
}

const say = (message) => tell(line.say(customerId, { channelId, ...message }));

/** Carries out an action of a message as LINE does. */
async function tap(action) {
  switch (action.type) {
    case "message":
      return say({ text: action.text });
    case "postback":
      return say({ postback: { data: action.data }, displayText: action.displayText ?? action.text });
    case "datetimepicker":
      return pick(action);
    case "clipboard":
      return navigator.clipboard.writeText(action.clipboardText);
    case "camera":
    case "cameraRoll":
      return $("file").click();
    case "location":
      return say(PLACE);
    default:
      $("notice").textContent = `The phone can't do "${action.type}".`;
      return null;
  }
}

const PLACE = { location: { title: "Taipei 101", address: "台北市信義區信義路五段7號", latitude: 25.033976, longitude: 121.564472 } };

function pick(action) {
  const input = $("picker-value");
  input.type = action.mode === "datetime" ? "datetime-local" : action.mode;
  Object.assign(input, { value: action.initial ?? "", min: action.min ?? "", max: action.max ?? "", required: true });
  $("picker-label").textContent = action.label ?? "Choose";
  $("picker").onclose = () => {
    if ($("picker").returnValue === "ok") {
      say({ postback: { data: action.data, params: { [action.mode]: input.value } } });
    }
  };
  $("picker").showModal();
}

function sendText(event) {
  event?.preventDefault();
  const text = $("text").value.trim();
  if (text && customerId) {
    $("text").value = "";
    grow();
    say({ text });
  }
}

function grow() {
  $("text").style.height = "auto";
  $("text").style.height = `${Math.min($("text").scrollHeight, 120)}px`;
}

function toggleTray(open) {
  $("tray").hidden = !open;
  $("more").setAttribute("aria-expanded", String(open));
}

function sendFile() {
  const [file] = $("file").files;
  if (file) {
    const reader = new FileReader();
    reader.onload = () => say({ image: reader.result });
    reader.readAsDataURL(file);
    $("file").value = "";
  }
}

/* ---------- wiring ---------- */

$("say").addEventListener("submit", sendText);
$("text").addEventListener("input", grow);
$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    sendText(event);
  }
});
$("more").addEventListener("click", () => toggleTray($("tray").hidden));
$("file").addEventListener("change", sendFile);
$("tray").addEventListener("click", (event) => {
  const kind = event.target.closest("[data-tray]")?.dataset.tray;
  if (kind === "picture") {
    $("file").click();
  } else if (kind === "sample") {
    say({ image: true });
  } else if (kind === "place") {
    say(PLACE);
  }
});
$("stickers").append(...STICKERS.map(({ face, ...sticker }) =>
  make("button", { type: "button", "aria-label": `Sticker ${sticker.keywords[0]}`, onclick: () => say({ sticker }) }, face)));
$("channel").addEventListener("change", (event) => {
  channelId = event.target.value;
  show();
});
$("standing").addEventListener("click", () =>
  tell(line.doTo(customerId, chat().standing === "friend" ? "block" : "follow", { channelId })));
$("add").addEventListener("submit", async (event) => {
  event.preventDefault();
  const added = await tell(line.addCustomer(Object.fromEntries(new FormData(event.target))));
  if (added) {
    event.target.reset();
    event.target.closest("details").open = false;
    choose(added.userId);
    $("text").focus();
  }
});

async function showAccounts() {
  const { items } = await line.channels();
  if ($("accounts").length !== items.length) {
    $("accounts").replaceChildren(...items.map((one) => new Option(one.displayName, one.channelId)));
  }
}

function tick() {
  $("time").textContent = new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
}

/* ---------- staying up to date ---------- */

async function load(after, waitMs, signal) {
  const asked = customerId;
  const answer = await line.phones(after, asked, waitMs, signal);
  if (signal.aborted) {
    return;
  }
  revision = answer.revision;
  people = answer.items;
  if (customer() && asked === customerId) {
    show();
  } else {
    customerId = people[0]?.userId ?? null;
    showPeople();
    showTop();
    if (customerId) {
      refresh();
    }
  }
  showAccounts();
  showWire();
}

/** Asks anew at once, for the customer that is open now. */
function refresh() {
  stop.abort();
  stop = new AbortController();
  revision = -1;
  follow(stop.signal);
}

async function follow(signal) {
  while (!signal.aborted) {
    try {
      await load(revision, revision < 0 ? 0 : 20000, signal);
      if ($("notice").dataset.lost) {
        $("notice").textContent = "";
        delete $("notice").dataset.lost;
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      $("notice").dataset.lost = "true";
      $("notice").textContent = `The sandbox can't be reached (${error.message}). Trying again…`;
      revision = -1;
      await new Promise((done) => setTimeout(done, 2000));
    }
  }
}

tick();
setInterval(tick, 10000);
refresh();
