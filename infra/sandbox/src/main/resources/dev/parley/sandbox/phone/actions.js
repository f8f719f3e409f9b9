import { make } from "/dom.js";

const OPENED = /^(https?|line|tel):/i;

/** Turns an element into what carries out an action: a link for addresses, else a button. */
export function tappable(element, action, send) {
  if (!action) {
    return element;
  }
  if (action.type === "uri" && OPENED.test(action.uri)) {
    const link = make("a.tap", { href: action.uri, target: "_blank", rel: "noopener", title: action.uri });
    return become(link, element);
  }
  element.classList.add("tap");
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.addEventListener("click", (event) => {
    event.stopPropagation();
    send(action);
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      send(action);
    }
  });
  return element;
}

/** A template's action as a line to tap. */
export function act(action, send) {
  return tappable(make("div.act", {}, make("span", {}, action.label ?? "")), action, send);
}

function become(link, element) {
  link.classList.add(...element.classList);
  link.append(...element.childNodes);
  return link;
}
