/** Text with Telegram's entities as elements; offsets are UTF-16 units, which is how scripts count too. */

import { element } from "./dom.js";
import { word } from "./words.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote",
};

/** Renders a text; `act` is what to do with a link or a command: {link(url), command(text)}. */
export function formatted(text, entities, act) {
  const fragment = document.createDocumentFragment();
  fragment.append(...pieces(text, entities, 0, text.length, act));
  return fragment;
}

function pieces(text, entities, start, end, act) {
  const nodes = [];
  let position = start;
  let rest = entities;
  while (rest.length) {
    const [outer, ...others] = rest;
    const until = Math.min(outer.offset + outer.length, end);
    plain(nodes, text.slice(position, outer.offset));
    const inside = others.filter((other) => other.offset < until);
    const covered = text.slice(outer.offset, until);
    nodes.push(wrap(outer, covered, pieces(text, inside, outer.offset, until, act), act));
    position = until;
    rest = others.filter((other) => other.offset >= until);
  }
  plain(nodes, text.slice(position, end));
  return nodes;
}

/** A line break right after a quotation or a block of code is the block's own end. */
function plain(nodes, text) {
  const isAfterBlock = ["BLOCKQUOTE", "PRE"].includes(nodes.at(-1)?.tagName);
  const shown = isAfterBlock ? text.replace(/^\n/, "") : text;
  if (shown) nodes.push(shown);
}

function wrap(entity, covered, children, act) {
  const follow = (url) =>
    element("a", { href: url, tabindex: "-1", class: "text-link", onclick: (event) => act.link(url, event) }, ...children);
  switch (entity.type) {
    case "text_link":
      return follow(entity.url);
    case "url":
      return follow(/^[a-z]+:\/\//i.test(covered) ? covered : `http://${covered}`);
    case "email":
      return follow(`mailto:${covered}`);
    case "phone_number":
      return follow(`tel:${covered.replace(/[^+\d]/g, "")}`);
    case "bot_command":
      return element("a", { href: "#", tabindex: "-1", class: "text-link", onclick: (event) => act.command(covered, event) }, ...children);
    case "spoiler":
      return element("span", { class: "spoiler", onclick: (event) => event.currentTarget.classList.add("open") }, ...children);
    case "expandable_blockquote":
      return expandable(children);
    case "mention":
    case "hashtag":
    case "text_mention":
      return element("span", { class: "text-link" }, ...children);
    default:
      return element(TAGS[entity.type] ?? "span", { class: `is-${entity.type}` }, ...children);
  }
}

/** A long quotation shows three lines until it is opened. */
function expandable(children) {
  const quote = element("blockquote", { class: "expandable" }, element("div", { class: "lines" }, ...children));
  const toggle = () => button.setAttribute("aria-expanded", String(quote.classList.toggle("open")));
  const button = element("button", { type: "button", tabindex: "-1", class: "expand", "aria-label": word("expand"), "aria-expanded": "false", onclick: toggle }, "▾");
  quote.append(button);
  return quote;
}
