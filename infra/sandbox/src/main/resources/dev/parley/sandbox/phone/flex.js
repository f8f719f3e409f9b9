import { make, picture, reel } from "/dom.js";
import { tappable } from "/actions.js";

const SPACE = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const FONT = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, "3xl": 35, "4xl": 48, "5xl": 74 };
const PICTURE = { xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, "3xl": 180, "4xl": 200, "5xl": 220 };
const BORDER = { none: 0, light: 0.5, normal: 1, medium: 2, "semi-bold": 3, bold: 4 };
const WIDTH = { nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 340 };
const PADDING = { header: "20px", body: "20px", footer: "10px" };
const GRAVITY = { top: "flex-start", center: "center", bottom: "flex-end" };
const ALIGN = { start: "left", center: "center", end: "right" };

/** A length in LINE's words, pixels or percent, as CSS writes it. */
function length(value, words) {
  if (value === undefined) {
    return "";
  }
  return value in words ? `${words[value]}px` : value;
}

/** A flex container as elements. */
export function flex(container, altText, send) {
  if (container.type === "carousel") {
    return reel(altText, container.contents.map((one) => bubble(one, altText, send)));
  }
  return bubble(container, altText, send);
}

function bubble(spec, altText, send) {
  const element = tappable(make("div.flex-bubble", {}), spec.action, send);
  element.style.width = `${WIDTH[spec.size ?? "mega"]}px`;
  element.dir = spec.direction ?? "ltr";
  for (const name of ["header", "hero", "body", "footer"]) {
    if (spec[name]) {
      element.append(block(spec, name, altText, send));
    }
  }
  return element;
}

function block(spec, name, altText, send) {
  const element = component({ ...spec[name] }, { layout: "vertical" }, altText, send);
  const style = spec.styles?.[name] ?? {};
  if (name !== "hero" && spec[name].paddingAll === undefined) {
    element.style.padding = PADDING[name];
    paddings(element, spec[name]);
  }
  if (style.backgroundColor) {
    element.style.backgroundColor = style.backgroundColor;
  }
  if (style.separator) {
    element.style.borderTop = `1px solid ${style.separatorColor ?? "#d4d6da"}`;
  }
  if (name === "body") {
    element.style.flexGrow = "1";
  }
  if (name === "hero" && spec.hero.type === "image" && !spec.hero.size) {
    element.style.alignSelf = "center";
  }
  return element;
}

function component(spec, parent, altText, send) {
  const makers = { box, text, image, button, icon, separator, video, filler };
  const element = (makers[spec.type] ?? filler)(spec, parent, altText, send);
  place(element, spec, parent);
  return element;
}

function box(spec, parent, altText, send) {
  const element = tappable(make("div.flex-box", {}), spec.action, send);
  const style = element.style;
  style.flexDirection = spec.layout === "vertical" ? "column" : "row";
  style.alignItems = spec.alignItems ?? (spec.layout === "baseline" ? "baseline" : "");
  style.justifyContent = spec.justifyContent ?? "";
  style.gap = length(spec.spacing, SPACE);
  style.backgroundColor = spec.backgroundColor ?? "";
  style.border = spec.borderWidth ? `${length(spec.borderWidth, BORDER)} solid ${spec.borderColor ?? "#000"}` : "";
  style.borderRadius = length(spec.cornerRadius, SPACE);
  style.overflow = spec.cornerRadius ? "hidden" : "";
  for (const name of ["width", "maxWidth", "height", "maxHeight"]) {
    style[name] = spec[name] ?? "";
  }
  if (spec.background) {
    const { angle, startColor, endColor, centerColor, centerPosition } = spec.background;
    const middle = centerColor ? `${centerColor} ${centerPosition ?? "50%"}, ` : "";
    style.backgroundImage = `linear-gradient(${angle}, ${startColor}, ${middle}${endColor})`;
  }
  paddings(element, spec);
  element.append(...(spec.contents ?? []).map((one) => component(one, spec, altText, send)));
  return element;
}

function paddings(element, spec) {
  const names = { paddingAll: "padding", paddingTop: "paddingTop", paddingBottom: "paddingBottom",
    paddingStart: "paddingInlineStart", paddingEnd: "paddingInlineEnd" };
  for (const [line, css] of Object.entries(names)) {
    if (spec[line] !== undefined) {
      element.style[css] = length(spec[line], SPACE);
    }
  }
}

/** What every component says of its size and place in its parent. */
function place(element, spec, parent) {
  const style = element.style;
  const row = parent.layout !== "vertical";
  const grow = spec.flex ?? (row && !["icon", "separator"].includes(spec.type) && !spec.width ? 1 : 0);
  style.flex = grow > 0 ? `${grow} 1 ${row ? "0" : "auto"}` : `0 ${row ? 1 : 0} auto`;
  if (spec.margin) {
    style[row ? "marginInlineStart" : "marginTop"] = length(spec.margin, SPACE);
  }
  if (spec.gravity && row) {
    style.alignSelf = GRAVITY[spec.gravity];
  }
  if (spec.position === "absolute") {
    style.position = "absolute";
  } else if (spec.offsetTop || spec.offsetStart || spec.offsetBottom || spec.offsetEnd) {
    style.position = "relative";
  }
  style.top = length(spec.offsetTop, SPACE);
  style.bottom = length(spec.offsetBottom, SPACE);
  style.insetInlineStart = length(spec.offsetStart, SPACE);
  style.insetInlineEnd = length(spec.offsetEnd, SPACE);
}

function text(spec, parent, altText, send) {
  const element = tappable(make("div.flex-text", {}), spec.action, send);
  font(element, spec);
  element.style.textAlign = ALIGN[spec.align] ?? "";
  element.classList.toggle("wrap", spec.wrap === true);
  if (spec.lineSpacing) {
    element.style.lineHeight = `calc(1.4em + ${spec.lineSpacing})`;
  }
  if (spec.maxLines > 0 && spec.wrap) {
    Object.assign(element.style, { display: "-webkit-box", webkitBoxOrient: "vertical", webkitLineClamp: spec.maxLines });
  }
  const spans = (spec.contents ?? []).map((span) => {
    const part = make("span", {}, span.text ?? "");
    font(part, span);
    return part;
  });
  element.append(...(spans.length ? spans : [spec.text ?? ""]));
  return element;
}

function font(element, spec) {
  const style = element.style;
  style.fontSize = length(spec.size ?? (spec.type === "text" ? "md" : undefined), FONT);
  style.color = spec.color ?? "";
  style.fontWeight = spec.weight === "bold" ? "700" : spec.weight ? "400" : "";
  style.fontStyle = spec.style === "italic" ? "italic" : "";
  style.textDecoration = spec.decoration ?? "";
}

function image(spec, parent, altText, send) {
  const element = tappable(make("div.flex-picture", {}), spec.action, send);
  const inner = picture(spec.url, altText);
  const [width, height] = (spec.aspectRatio ?? "1:1").split(":");
  inner.style.objectFit = spec.aspectMode === "cover" ? "cover" : "contain";
  element.style.aspectRatio = `${width} / ${height}`;
  element.style.width = spec.size === "full" ? "100%" : length(spec.size ?? "md", PICTURE);
  element.style.maxWidth = "100%";
  element.style.marginInline = { start: "0 auto", end: "auto 0" }[spec.align] ?? "auto";
  element.style.backgroundColor = spec.backgroundColor ?? "";
  element.append(inner);
  return element;
}

function icon(spec) {
  const element = picture(spec.url, "★", "img.shot");
  element.classList.add("flex-icon");
  const size = length(spec.size ?? "md", FONT);
  const [width, height] = (spec.aspectRatio ?? "1:1").split(":");
  Object.assign(element.style, { height: size, width: `calc(${size} * ${width} / ${height})`, aspectRatio: "auto", alignSelf: "center", fontSize: "12px" });
  return element;
}

function button(spec, parent, altText, send) {
  const inner = tappable(make("div.flex-button", {}, spec.action.label ?? ""), spec.action, send);
  inner.classList.add(spec.style ?? "link", spec.height ?? "md");
  if (spec.color) {
    inner.style[spec.style === "primary" || spec.style === "secondary" ? "backgroundColor" : "color"] = spec.color;
  }
  return make("div", {}, inner);
}

function separator(spec, parent) {
  const element = make("div.flex-separator", {});
  element.style[parent.layout === "horizontal" ? "width" : "height"] = "1px";
  element.style.backgroundColor = spec.color ?? "";
  return element;
}

function video(spec, parent, altText, send) {
  const alternative = spec.altContent ?? { type: "image", url: spec.previewUrl, size: "full" };
  const element = component(alternative, parent, altText, send);
  return tappable(make("div", {}, element), spec.action, send);
}

function filler() {
  return make("div", {});
}
