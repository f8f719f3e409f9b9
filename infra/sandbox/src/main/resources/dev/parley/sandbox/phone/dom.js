/** Makes an element: {@code make("a.big", {href}, child, "text")}. */
export function make(kind, properties, ...children) {
  const [tag, ...classes] = kind.split(".");
  const element = document.createElement(tag);
  element.classList.add(...classes);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (name.includes("-") || name === "role") {
      element.setAttribute(name, value);
    } else {
      element[name] = value;
    }
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** A colour's hue that is always the same for a text. */
export function hue(text) {
  let sum = 0;
  for (const char of text) {
    sum = (sum * 31 + char.codePointAt(0)) % 360;
  }
  return sum;
}

export function avatar(name, pictureUrl) {
  const element = make("span.avatar", { "aria-hidden": "true" }, [...name][0] ?? "?");
  element.style.setProperty("--hue", hue(name));
  if (pictureUrl) {
    element.style.backgroundImage = `url("${encodeURI(pictureUrl)}")`;
    element.textContent = "";
  }
  return element;
}

/** A picture that turns into a coloured card with a letter where it can't be loaded. */
export function picture(url, alt, kind = "img.shot") {
  const image = make(kind, { src: url, alt, loading: "lazy", referrerPolicy: "no-referrer" });
  image.addEventListener("error", () => {
    const stand = make("span", { "aria-label": alt, role: "img" }, [...(alt || "🛍")][0]);
    stand.className = `${image.className} missing`;
    stand.style.setProperty("--hue", hue(alt || url));
    stand.style.cssText += image.style.cssText;
    image.replaceWith(stand);
  });
  return image;
}

/** Text with the addresses in it as links. */
export function linked(text) {
  const parts = text.split(/(https?:\/\/[^\s<>"']+)/);
  return parts.map((part, index) =>
    index % 2 ? make("a", { href: part, target: "_blank", rel: "noopener" }, part) : part);
}

/** Children that are swiped sideways, with buttons for those who have a mouse. */
export function reel(label, cards) {
  const track = make("div.track", { tabIndex: 0, role: "group", "aria-label": label }, ...cards);
  const turn = (way) => track.scrollBy({ left: way * track.clientWidth * 0.8, behavior: "smooth" });
  const back = make("button.turn.back", { type: "button", "aria-label": "Previous", onclick: () => turn(-1) }, "‹");
  const on = make("button.turn.on", { type: "button", "aria-label": "Next", onclick: () => turn(1) }, "›");
  const look = () => {
    back.disabled = track.scrollLeft < 8;
    on.disabled = track.scrollLeft > track.scrollWidth - track.clientWidth - 8;
  };
  track.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(track);
  return make("div.reel", {}, track, back, on);
}
