/* Parley's website widget: <script src="https://…/widget.js" data-channel="…" async></script> */
(() => {
  'use strict';
  const script = document.currentScript;
  const { channel, locale: wanted, title } = (script && script.dataset) || {};
  if (!channel || document.getElementById('parley-widget')) return;

  const TEXTS = {
    en: {
      title: 'Chat with us', close: 'Close chat', hello: 'Hello! How can we help you?',
      label: 'Your message', send: 'Send', you: 'You:', shop: 'Shop:', sending: 'Sending…',
      waiting: 'No connection. It will be sent when you are back online.', busy: 'One moment, please…',
      failed: 'This could not be sent.', view: 'View product', image: 'Picture', file: 'Open file',
      fresh: (n) => (n === 1 ? '1 new message' : `${n} new messages`),
    },
    'zh-TW': {
      title: '線上客服', close: '關閉對話', hello: '您好！有什麼可以為您服務的嗎？',
      label: '您的訊息', send: '傳送', you: '您：', shop: '商店：', sending: '傳送中…',
      waiting: '目前沒有網路，恢復連線後會自動傳送。', busy: '請稍候…',
      failed: '這則訊息無法傳送。', view: '查看商品', image: '圖片', file: '開啟檔案',
      fresh: (n) => `${n} 則新訊息`,
    },
    th: {
      title: 'แชตกับเรา', close: 'ปิดแชต', hello: 'สวัสดีค่ะ มีอะไรให้ช่วยไหมคะ',
      label: 'ข้อความของคุณ', send: 'ส่ง', you: 'คุณ:', shop: 'ร้าน:', sending: 'กำลังส่ง…',
      waiting: 'ไม่มีการเชื่อมต่อ จะส่งเมื่อกลับมาออนไลน์', busy: 'โปรดรอสักครู่…',
      failed: 'ส่งข้อความนี้ไม่ได้', view: 'ดูสินค้า', image: 'รูปภาพ', file: 'เปิดไฟล์',
      fresh: (n) => `ข้อความใหม่ ${n} ข้อความ`,
    },
  };
  const tag = (wanted || document.documentElement.lang || navigator.language || '').toLowerCase();
  const locale = tag.startsWith('zh') ? 'zh-TW' : tag.startsWith('th') ? 'th' : 'en';
  const T = TEXTS[locale];

  const CSS = `
:host{all:initial;position:fixed;right:16px;bottom:16px;z-index:2147483000;color:var(--ink);
  font:16px/1.6 system-ui,"Noto Sans TC","PingFang TC","Noto Sans Thai",Sarabun,sans-serif;
  --bg:#fff;--ink:#1b1f24;--soft:#f0f2f4;--line:#767f8a;--dim:#434b56;--brand:#0b5345;--on:#fff}
@media(prefers-color-scheme:dark){:host{--bg:#1b1f24;--ink:#f3f5f7;--soft:#2b323a;--line:#8b95a1;
  --dim:#cfd5db;--brand:#93e2cb;--on:#04211a}}
*{box-sizing:border-box}[hidden]{display:none!important}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
button,textarea{font:inherit;color:inherit}
button{min-width:44px;min-height:44px;border:0;border-radius:10px;cursor:pointer;
  background:var(--brand);color:var(--on)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 2px var(--bg)}
.launch{width:56px;height:56px;border-radius:28px;display:block;margin-left:auto;
  box-shadow:0 2px 10px #0005}
svg{width:26px;height:26px;display:block;margin:auto;fill:none;stroke:currentColor;stroke-width:2;
  stroke-linecap:round;stroke-linejoin:round}
.badge{position:absolute;top:-4px;right:-4px;min-width:24px;padding:0 6px;border-radius:12px;
  background:#a3120a;color:#fff;font-size:14px;line-height:24px}
.panel{position:absolute;right:0;bottom:68px;width:min(380px,calc(100vw - 32px));
  height:min(600px,calc(100dvh - 104px));display:flex;flex-direction:column;overflow:hidden;
  background:var(--bg);border:1px solid var(--line);border-radius:14px;box-shadow:0 6px 30px #0004}
header{display:flex;align-items:center;gap:8px;padding:4px 4px 4px 16px;background:var(--brand);
  color:var(--on)}
h2{font-size:17px;margin:0;flex:1;overflow-wrap:anywhere}
header :focus-visible{outline-color:var(--on);outline-offset:-4px;box-shadow:none}
.log{flex:1;overflow-y:auto;padding:12px;display:flex;flex-direction:column;gap:8px}
.log:focus-visible{outline-offset:-3px}
.m{max-width:88%;padding:8px 12px;border-radius:12px;background:var(--soft);align-self:flex-start;
  overflow-wrap:anywhere}
.me{align-self:flex-end;background:var(--brand);color:var(--on)}
.me a{color:inherit}.pending{border:2px dashed var(--on)}
p{margin:0;white-space:pre-wrap}
small{display:block;font-size:13px;color:var(--dim)}.me small{color:inherit}
a{color:var(--brand);font-weight:600}
.m>a>img{display:block;max-width:100%;max-height:240px;border-radius:8px}
ul{list-style:none;margin:4px 0 0;padding:0;display:grid;gap:8px}
li{display:grid;grid-template-columns:80px 1fr;gap:2px 10px;padding:8px;border-radius:10px;
  background:var(--bg);border:1px solid var(--line)}
li>img{grid-row:1/4;width:80px;height:80px;object-fit:cover;border-radius:8px;background:var(--soft)}
li>:not(img){grid-column:2}
li a{min-height:44px;display:inline-flex;align-items:center}
form{display:flex;gap:8px;align-items:end;padding:8px;border-top:1px solid var(--line)}
textarea{flex:1;min-height:44px;max-height:120px;field-sizing:content;resize:none;padding:8px 10px;
  background:var(--bg);border:1px solid var(--line);border-radius:10px}
.note{padding:0 12px;font-size:14px;color:var(--dim)}
@media(max-width:480px){.panel{position:fixed;inset:0;width:auto;height:auto;border:0;border-radius:0}}
@media(prefers-reduced-motion:no-preference){.panel{animation:in .16s ease-out}}
@keyframes in{from{opacity:0;translate:0 8px}}`;

  const el = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const icon = (d) => {
    const make = (name) => document.createElementNS('http://www.w3.org/2000/svg', name);
    const svg = make('svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    svg.append(make('path'));
    svg.firstChild.setAttribute('d', d);
    return svg;
  };

  // ---- What is kept: who the visitor is, for all tabs; what is not sent yet, for this one ----

  const name = `parley.${channel}`;
  const kept = (store, otherwise) => {
    try {
      return { ...otherwise, ...JSON.parse(window[store].getItem(name)) };
    } catch {
      return otherwise; // A browser may forbid it: then all lasts as long as the page.
    }
  };
  const keep = (store, value) => {
    try {
      window[store].setItem(name, JSON.stringify(value));
    } catch { /* as above */ }
  };
  let visitor = kept('localStorage', { token: null, read: '' });
  const tab = kept('sessionStorage', { open: false, unsent: [] });
  const keepVisitor = (change) => keep('localStorage', (visitor = { ...kept('localStorage', visitor), ...change }));
  const keepTab = () => keep('sessionStorage', tab);

  // ---- What it looks like ----

  const badge = el('span', { class: 'badge', 'aria-hidden': 'true' });
  const launch = el('button', { class: 'launch', type: 'button', 'aria-controls': 'panel' },
    icon('M4 5h16v11H9l-5 4z'), badge);
  const close = el('button', { type: 'button', 'aria-label': T.close }, icon('M6 6l12 12M18 6L6 18'));
  const log = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-labelledby': 'title', tabindex: 0 },
    el('div', { class: 'm' }, el('p', {}, T.hello)));
  const note = el('div', { class: 'note', role: 'status' });
  const input = el('textarea', { id: 'text', rows: 1, maxlength: 5000, dir: 'auto', enterkeyhint: 'send' });
  const form = el('form', {}, el('label', { for: 'text', class: 'sr' }, T.label), input,
    el('button', { 'aria-label': T.send }, icon('M4 12l16-8-6 16-3-7z')));
  const panel = el('section', { id: 'panel', class: 'panel', role: 'dialog', 'aria-labelledby': 'title' },
    el('header', {}, el('h2', { id: 'title', dir: 'auto' }, title || T.title), close), log, note, form);
  const news = el('div', { class: 'sr', role: 'status' });

  const web = (url) => {
    try {
      const { protocol, href } = new URL(url);
      return /^https?:$/.test(protocol) ? href : null;
    } catch {
      return null;
    }
  };
  const anchor = (url, attributes, ...inside) => {
    const href = web(url);
    return href ? el('a', { href, target: '_blank', rel: 'noopener', ...attributes }, ...inside) : el('span', {}, ...inside);
  };
  const said = (text) => el('p', { dir: 'auto' },
    ...text.split(/(https?:\/\/[!-~]*[\w/=&#-])/).map((part, i) => (i % 2 ? anchor(part, {}, part) : part)));
  const attached = ({ kind, url, fileName }) => (kind === 'image' && web(url)
    ? anchor(url, {}, el('img', { src: web(url), alt: fileName || T.image }))
    : anchor(url, {}, fileName || T.file));
  const card = ({ title: product, imageUrl, priceText, url }) => el('li', {},
    ...(web(imageUrl) ? [el('img', { src: web(imageUrl), alt: '', loading: 'lazy' })] : []),
    el('strong', { dir: 'auto' }, product), el('span', {}, priceText),
    anchor(url, { 'aria-label': `${T.view}: ${product}` }, T.view));
  const bubble = ({ direction, text, attachments = [], cards }) => {
    const own = direction === 'inbound';
    const box = el('div', { class: own ? 'm me' : 'm' }, el('span', { class: 'sr' }, own ? T.you : T.shop));
    if (text) box.append(said(text));
    box.append(...attachments.map(attached));
    if (cards) box.append(el('ul', { role: 'list' }, ...cards.map(card)));
    return box;
  };

  // ---- What was said, in the order of the ids ----

  const shown = new Map();
  let newest = '';
  const show = (message) => {
    if (shown.has(message.id)) return;
    const box = bubble(message);
    box.append(el('small', {}, new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
      .format(new Date(message.sentAt))));
    const next = [...shown.keys()].filter((id) => id > message.id).sort()[0];
    put(box, next ? shown.get(next).box : log.querySelector('.pending'));
    shown.set(message.id, { box, at: Date.parse(message.sentAt), own: message.direction === 'inbound' });
    if (message.id > newest) newest = message.id;
  };
  const put = (box, before) => {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    log.insertBefore(box, before);
    if (atEnd) log.scrollTop = log.scrollHeight;
  };
  const tell = () => {
    if (tab.open && !document.hidden && newest > visitor.read) keepVisitor({ read: newest });
    const count = [...shown].filter(([id, { own }]) => !own && id > visitor.read).length;
    badge.hidden = !count;
    badge.textContent = count;
    const words = count ? T.fresh(count) : '';
    launch.setAttribute('aria-label', words ? `${T.title}, ${words}` : T.title);
    if (news.textContent !== words) news.textContent = words;
  };

  // ---- The channel ----

  const base = new URL(`widget/${encodeURIComponent(channel)}/`, script.src);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const call = async (method, path, body, key) => {
    const headers = {};
    if (visitor.token) headers.authorization = `Bearer ${visitor.token}`;
    if (body) headers['content-type'] = 'application/json';
    if (key) headers['idempotency-key'] = key;
    const reply = await fetch(new URL(path, base), {
      method, headers, body: body && JSON.stringify(body), credentials: 'omit', signal: AbortSignal.timeout(15000),
    });
    if (reply.ok) return reply.json();
    if (reply.status === 401) keepVisitor({ token: null });
    const wait = Number(reply.headers.get('retry-after')) * 1000;
    const passing = [401, 408, 409, 429].includes(reply.status) || reply.status >= 500;
    throw Object.assign(new Error(reply.status), { wait, refused: !passing, known: true });
  };

  let sending = false;
  const flush = async () => {
    if (sending) return;
    sending = true;
    for (let tries = 0; tab.unsent.length;) {
      const { key, text } = tab.unsent[0];
      try {
        visitor = kept('localStorage', visitor);
        if (!visitor.token) keepVisitor({ token: (await call('POST', 'sessions')).visitorToken });
        const message = await call('POST', 'messages', { text }, key);
        settled(key).remove();
        show(message);
        note.textContent = '';
        tries = 0;
      } catch (fault) {
        if (fault.refused) {
          const box = settled(key);
          box.classList.remove('pending');
          box.lastChild.textContent = T.failed;
        } else {
          note.textContent = fault.known ? T.busy : T.waiting;
          await Promise.race([pause(fault.wait || Math.min(1000 * 2 ** tries++, 60000)), online()]);
        }
      }
    }
    sending = false;
    tell();
    poll();
  };
  const settled = (key) => {
    tab.unsent = tab.unsent.filter((one) => one.key !== key);
    keepTab();
    return log.querySelector(`[data-key="${key}"]`);
  };
  const online = () => new Promise((done) => addEventListener('online', done, { once: true }));
  const pending = ({ key, text }) => {
    const box = bubble({ direction: 'inbound', text });
    box.classList.add('pending');
    box.dataset.key = key;
    box.append(el('small', {}, T.sending));
    log.append(box);
    log.scrollTop = log.scrollHeight;
  };

  // A message may be sent late and then stand before others: the last minutes are asked for again.
  const LATE = 180000;
  const from = () => {
    const last = Math.max(...[...shown.values()].map(({ at }) => at));
    return [...shown].filter(([, { at }]) => at < last - LATE).map(([id]) => id).sort().pop();
  };
  let timer;
  let quiet = 0;
  let asking = false;
  const poll = async () => {
    clearTimeout(timer);
    if (!visitor.token || asking) return;
    asking = true;
    const before = shown.size;
    try {
      for (let after = from(), more = true; more;) {
        const page = await call('GET', `messages?limit=100${after ? `&after=${after}` : ''}`);
        page.items.forEach(show);
        after = page.nextCursor;
        more = after !== null;
      }
      quiet = document.hidden && shown.size === before ? quiet + 1 : 0;
      timer = setTimeout(poll, Math.min((tab.open ? 3000 : 15000) * 2 ** quiet, 120000));
    } catch (fault) {
      if (!fault.refused) timer = setTimeout(poll, fault.wait || Math.min(3000 * 2 ** ++quiet, 120000));
    }
    asking = false;
    tell();
  };
  const again = () => {
    quiet = 0;
    poll();
  };

  // ---- What the visitor does ----

  const setOpen = (open) => {
    tab.open = open;
    keepTab();
    panel.hidden = !open;
    launch.setAttribute('aria-expanded', open);
    if (open) log.scrollTop = log.scrollHeight;
    tell();
  };
  launch.onclick = () => {
    setOpen(!tab.open);
    if (tab.open) input.focus();
    again();
  };
  close.onclick = () => {
    setOpen(false);
    launch.focus();
  };
  panel.onkeydown = (event) => {
    if (event.key === 'Escape' && !event.isComposing) close.onclick();
  };
  input.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return input.focus();
    const key = [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('-');
    tab.unsent.push({ key, text });
    keepTab();
    input.value = '';
    pending({ key, text });
    flush();
  };
  document.addEventListener('visibilitychange', () => document.hidden || again());
  addEventListener('online', again);

  const start = () => {
    const host = el('aside', { id: 'parley-widget', lang: locale, 'aria-label': T.title });
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
    root.adoptedStyleSheets = [sheet];
    root.append(launch, panel, news);
    document.body.append(host);
    tab.unsent.forEach(pending);
    setOpen(tab.open);
    flush();
  };
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start);
})();
