/** One message of a conversation: what is attached, text, time, and the rows of buttons under it. */

import { timeOf } from "./clock.js";
import { element, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { sizeWords, word } from "./words.js";

const WAVE = [6, 10, 16, 12, 20, 24, 15, 9, 13, 22, 26, 18, 11, 7, 12, 17, 21, 14, 8, 5];

function bar(height) {
  const node = element("i");
  node.style.height = `${height}px`;
  return node;
}

/** Messages one by one, those of an album together. */
export function albums(messages) {
  const units = [];
  for (const message of messages) {
    const before = units.at(-1);
    if (message.media_group_id && before?.[0].media_group_id === message.media_group_id) before.push(message);
    else units.push([message]);
  }
  return units;
}

/**
 * Builds the bubble of a message or of an album's messages; `act` is what its parts can do, `replied` the message that
 * it answers, `author` who wrote it where that is not clear.
 */
export function bubble({ messages, waiting, replied, act, bot, isOwn, author = null }) {
  const [first] = messages;
  const message = { ...first, ...messages.find((one) => one.text), message_id: first.message_id };
  const inside = element("div", { class: `bubble kind-${message.kind}${message.text ? "" : " without-text"}` });
  if (author) inside.append(element("b", { class: `author name-${Math.abs(author.id) % 7}` }, author.full_name));
  if (message.is_via_bot) inside.append(element("div", { class: "forwarded" }, word("via", { bot: bot.username })));
  if (message.is_forwarded) inside.append(element("div", { class: "forwarded" }, word("forwarded")));
  if (replied) inside.append(quote(replied, bot.name));
  inside.append(...(messages.length > 1 ? album(messages, act) : attached(message, act)));
  if (message.text) {
    inside.append(element("div", { class: "text" }, formatted(message.text, message.entities, act)));
  }
  inside.append(stamp(message, isOwn));
  const item = element("li", { class: `message ${isOwn ? "own" : "theirs"}`, "data-id": String(message.message_id) });
  item.append(element("div", { class: "column" }, inside, keyboard(message, waiting, act)));
  return item;
}

function quote(replied, bot) {
  const text = replied.text || (replied.document?.file_name ?? word(replied.kind));
  return element("div", { class: "quote" }, replied.from === "bot" ? element("b", {}, bot) : null, element("span", {}, text));
}

function stamp(message, isOwn) {
  const said = message.is_edited ? `${word("edited")} ${timeOf(message.date)}` : timeOf(message.date);
  return element("span", { class: "stamp" }, said, isOwn ? icon("ticks") : null);
}

/** Pictures of an album share one frame; documents stand one under the other. */
function album(messages, act) {
  const parts = messages.flatMap((message) => attached(message, act));
  return messages[0].kind === "photo" ? [element("div", { class: `album of-${messages.length}` }, ...parts)] : parts;
}

function attached(message, act) {
  switch (message.kind) {
    case "photo": {
      const { width, height } = message.photo;
      const image = element("img", { src: message.photo.thumbnail_url, alt: message.text || word("photo"), loading: "lazy" });
      image.style.aspectRatio = `${width} / ${Math.min(height, width * 1.5)}`;
      return [element("button", { type: "button", class: "photo", tabindex: "-1", "aria-label": word("open_photo"), onclick: () => act.photo(message.photo.url) }, image)];
    }
    case "document":
      return [element("a", { class: "document", href: message.document.url, target: "_blank", tabindex: "-1" },
        element("span", { class: "disc" }, icon("file")),
        element("span", { class: "lines" }, element("b", {}, message.document.file_name), element("small", {}, sizeWords(message.document.file_size))))];
    case "contact":
      return [element("div", { class: "card" },
        element("span", { class: "disc" }, [...message.contact.first_name][0]),
        element("span", { class: "lines" }, element("b", {}, message.contact.first_name), element("small", {}, `+${message.contact.phone_number}`)))];
    case "location":
    case "venue": {
      const { latitude, longitude } = message.location;
      const place = `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
      return [element("div", { class: "map", role: "img", "aria-label": `${word("location")}: ${place}` }, icon("pin")),
        element("div", { class: "lines" }, element("b", {}, message.venue?.title ?? place), element("small", {}, message.venue ? `${message.venue.address} · ${place}` : word("location")))];
    }
    case "sticker":
      return [element("div", { class: "sticker", role: "img", "aria-label": word("sticker") }, message.sticker.emoji)];
    case "voice":
      return [element("div", { class: "card" }, element("span", { class: "disc" }, "▶"), element("span", { class: "wave", role: "img", "aria-label": word("voice") }, ...WAVE.map(bar)))];
    default:
      return [];
  }
}

function keyboard(message, waiting, act) {
  if (!message.buttons.length) return null;
  const rows = message.buttons.map((row, line) =>
    element("div", { class: "row" }, ...row.map((button, place) => {
      const isBusy = waiting.some((tap) => tap.message_id === message.message_id && tap.label === button.label);
      return element("button", {
        type: "button", tabindex: "-1", "data-row": String(line), "data-column": String(place),
        class: `inline ${button.style ? `style-${button.style}` : ""}${isBusy ? " busy" : ""}`,
        "aria-busy": String(isBusy), onclick: () => act.tap(message, button, line, place),
      }, element("span", {}, button.label), button.kind === "url" ? icon("link") : null);
    })));
  return element("div", { class: "inline-keyboard" }, ...rows);
}
