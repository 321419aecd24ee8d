/** What the bot offers while a person types `@bot query` in a field: a list above it, from which one is sent. */

import { write } from "./api.js";
import { element } from "./dom.js";
import { walkWithArrows } from "./focus.js";
import { word } from "./words.js";

const PAUSE = 250; // milliseconds without typing before the bot is asked
const WAIT = 10; // seconds for its answer

export class InlineResults {
  /** `place` is where the field stands: "bot" or "neighbours". */
  constructor(phone, input, place) {
    Object.assign(this, { phone, input, place, query: null });
    this.node = element("div", { class: "sheet results", role: "listbox", "aria-label": word("results"), hidden: true });
    walkWithArrows(this.node, () => this.leave());
    input.addEventListener("input", () => this.follow());
    input.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** Whether the text is a question to the bot and no message. */
  get isAsking() {
    return this.read() !== null;
  }

  read() {
    const { bot } = this.phone.chat;
    const asked = /^@(\w+)\s([^]*)$/.exec(this.input.value);
    return asked && asked[1].toLowerCase() === bot.username.toLowerCase() ? asked[2].trim() : null;
  }

  /** Asks when the text has become another question, once the person pauses. */
  follow() {
    const query = this.read();
    if (query === this.query) return;
    this.query = query;
    clearTimeout(this.timer);
    if (query === null) this.close();
    else this.timer = setTimeout(() => this.phone.attempt(() => this.ask(query, "")), PAUSE);
  }

  async ask(query, offset) {
    const answer = await write(`${this.phone.path}/inline`, { query, offset, place: this.place, wait: WAIT });
    if (query === this.query) this.draw(answer, query, offset);
  }

  draw(answer, query, offset) {
    const { button, results, next_offset: next } = answer;
    const items = results.map((result) =>
      element("button", { type: "button", role: "option", tabindex: "-1", class: "result", onclick: () => this.choose(answer, result) },
        element("b", {}, result.title), element("span", {}, result.description ?? "")));
    const more = next && element("button", { type: "button", role: "option", tabindex: "-1", onclick: () => this.phone.attempt(() => this.ask(query, next)) }, word("more_results"));
    const above = button?.start_parameter && element("button", { type: "button", role: "option", tabindex: "-1", class: "above", onclick: () => this.open(button) }, button.text);
    this.node.querySelector(".more-results")?.remove();
    if (!offset) this.node.replaceChildren(...[above].filter(Boolean));
    more && more.classList.add("more-results");
    this.node.append(...items, ...[more].filter(Boolean));
    if (!this.node.children.length) this.node.append(element("p", {}, word("nothing_found")));
    this.node.hidden = false;
    if (offset) items[0]?.focus();
  }

  choose(answer, result) {
    this.clear();
    this.phone.attempt(() => write(`${this.phone.path}/choose`, { query_id: answer.query_id, result_id: result.id }));
  }

  open(button) {
    this.clear();
    this.phone.start(button.start_parameter);
  }

  onKey(event) {
    if (this.node.hidden) return;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const stops = this.node.querySelectorAll("button");
      event.preventDefault();
      stops[event.key === "ArrowDown" ? 0 : stops.length - 1]?.focus();
    }
  }

  /** Enter while asking goes to the list; nothing is sent by accident. */
  enter() {
    this.node.querySelector("button")?.focus();
  }

  leave() {
    this.close();
    this.input.focus();
  }

  clear() {
    this.input.value = "";
    this.query = null;
    this.input.dispatchEvent(new Event("input"));
    this.leave();
  }

  close() {
    this.node.hidden = true;
    this.node.replaceChildren();
  }
}
