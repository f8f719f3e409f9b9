import { avatar, hue, make } from "/dom.js";
import { act } from "/actions.js";
import { entry } from "/bubbles.js";
import { line } from "/line.js";
import { instagram, messenger } from "/page.js";
import { whatsapp } from "/whatsapp.js";

const PLATFORMS = [line, messenger, instagram, whatsapp];

const $ = (id) => document.getElementById(id);
const seen = new Map(); // "customer channel" -> total when last looked at
const marked = new Set(); // ids of messages that were said to be read
let people = [];
let [platform, customerId] = addressed();
let channelId = null;
let shown = { chat: "", keys: [] };
let revision = -1;
let stop = new AbortController();

/* ---------- what the page shows ---------- */

/** The platform and the customer that the page's address names: {@code #messenger/123}. */
function addressed() {
  const [name, id] = decodeURIComponent(location.hash.slice(1)).split("/");
  const named = PLATFORMS.find((one) => one.name === name);
  return named ? [named, id ?? null] : [line, name || null];
}

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
  return last.event ?? (last.message ? platform.preview(last.message) : "unsent");
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
  $("standing").textContent = friend ? "Block" : platform === line ? "Add friend" : "Unblock";
}

function showChat() {
  const entries = chat()?.entries ?? [];
  const keys = entries.map((one) => `${one.id ?? one.event}${one.at}${one.unsent ?? ""}${one.status ?? ""}${one.read ?? ""}${one.seen ?? ""}${one.reaction ?? ""}`);
  const name = `${platform.name} ${customerId} ${channelId}`;
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
    unsend: (messageId) => tell(platform.api.doTo(customerId, "unsend", { channelId, messageId })),
  };
  const element = entry(item, chat().displayName, platform, tools);
  element.classList.toggle("same", before?.from === item.from && !before?.event);
  return element;
}

function showQuickReplies(entries) {
  const last = entries.at(-1);
  const items = last?.from === "shop" && last.message ? platform.quickReplies(last.message) : [];
  const key = items.length ? `${platform.name} ${last.id}` : "";
  if ($("quick").dataset.of !== key) {
    $("quick").dataset.of = key;
    $("quick").replaceChildren(...items.map((item) => act(item, tap)));
  }
}

async function showWire() {
  const open = [...document.querySelectorAll("#wire details[open]")].map((one) => one.dataset.key);
  const items = await platform.api.wire(40);
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
  history.replaceState(null, "", `#${platform.name}/${encodeURIComponent(id)}`);
  $("notice").textContent = "";
  refresh();
}

/** Waits for what was asked of the platform and says what went wrong. */
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

const say = (message) => tell(platform.api.say(customerId, { channelId, ...message }));

/** Carries out an action of a message as the platform does. */
async function tap(action) {
  switch (action.type) {
    case "say":
      return say(action.say);
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
      return say(platform.place);
    default:
      $("notice").textContent = `The phone can't do "${action.type}".`;
      return null;
  }
}

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
    say(platform.place);
  }
});
$("channel").addEventListener("change", (event) => {
  channelId = event.target.value;
  show();
});
$("standing").addEventListener("click", () =>
  tell(platform.api.doTo(customerId, chat().standing === "friend" ? platform.block : platform.unblock, { channelId })));
$("add").addEventListener("submit", async (event) => {
  event.preventDefault();
  const added = await tell(platform.api.addCustomer(Object.fromEntries(new FormData(event.target))));
  if (added) {
    event.target.reset();
    event.target.closest("details").open = false;
    choose(added.userId);
    $("text").focus();
  }
});

async function showAccounts() {
  const { items } = await platform.api.channels();
  const key = items.map((one) => `${platform.name} ${one.channelId} ${one.displayName}`).join();
  if ($("accounts").dataset.of !== key) {
    $("accounts").dataset.of = key;
    $("accounts").replaceChildren(...items.map((one) => new Option(one.displayName, one.channelId)));
  }
}

function tick() {
  $("time").textContent = new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
}

/* ---------- staying up to date ---------- */

/** What the open chat shows has been read, which its shop hears. */
function markRead() {
  const last = (chat()?.entries ?? []).filter((one) => one.from === "shop" && one.id && !one.unsent).at(-1);
  const done = !last || last.read || last.status === "read" || last.status === "failed" || marked.has(last.id);
  if (platform.reads && !done && document.visibilityState === "visible" && chat().standing === "friend") {
    marked.add(last.id);
    tell(platform.api.doTo(customerId, "read", { channelId, messageId: last.id }));
  }
}

async function load(after, waitMs, signal) {
  const asked = customerId;
  const answer = await platform.api.phones(after, asked, waitMs, signal);
  if (signal.aborted) {
    return;
  }
  revision = answer.revision;
  people = answer.items;
  if (customer() && asked === customerId) {
    show();
    markRead();
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

function showPlatform() {
  $("platform").textContent = `Simulated ${platform.title}`;
  $("wire-title").textContent = `What ${platform.title} saw`;
  document.documentElement.style.setProperty("--brand", platform.colour);
  for (const tab of $("platforms").children) {
    tab.setAttribute("aria-current", String(tab.dataset.name === platform.name));
  }
  $("stickers").replaceChildren(...platform.stickers.map((one) =>
    make("button", { type: "button", "aria-label": `Sticker ${one.label}`, onclick: () => say(one.say) }, one.face)));
}

function turnTo(chosen) {
  [platform, customerId, channelId] = [chosen, null, null];
  people = [];
  history.replaceState(null, "", `#${platform.name}`);
  $("notice").textContent = "";
  showPlatform();
  show();
  refresh();
}

$("platforms").append(...PLATFORMS.map((one) =>
  make("button", { type: "button", "data-name": one.name, onclick: () => turnTo(one) }, one.title)));
showPlatform();
tick();
setInterval(tick, 10000);
refresh();
