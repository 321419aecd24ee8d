/** The neighbours' chat on one phone: people without the bot, where its cards are shared by inline mode. */

import { read, write } from "./api.js";
import { bubble } from "./bubble.js";
import { dayOf } from "./clock.js";
import { element, icon } from "./dom.js";
import { keepFocus, walkWithArrows } from "./focus.js";
import { InlineResults } from "./inline.js";
import { word } from "./words.js";

export class Room {
  constructor(phone) {
    this.phone = phone;
    this.revision = null;
    this.log = element("ol", { class: "log", role: "log", "aria-label": word("neighbours"), tabindex: "-1" });
    this.input = element("textarea", { rows: "1", "aria-label": word("write_neighbours"), placeholder: word("write_neighbours") });
    this.results = new InlineResults(phone, this.input, "neighbours");
    this.form = element("form", { class: "input" }, this.input,
      element("button", { type: "submit", class: "round send", "aria-label": word("send") }, icon("send")), this.results.node);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.input.addEventListener("input", () => this.form.classList.toggle("has-text", Boolean(this.input.value.trim())));
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    walkWithArrows(this.log, () => this.input.focus());
    this.wall = element("div", { class: "wall", hidden: true }, this.log);
    this.node = element("footer", { class: "composer", hidden: true }, this.form);
  }

  /** Shows or hides the chat; what has come meanwhile is read by showing it. */
  show(isShown) {
    this.wall.hidden = this.node.hidden = !isShown;
    if (!isShown) return;
    this.log.scrollTop = this.log.scrollHeight;
    this.input.focus();
  }

  /** Puts a text into the field as if it was typed. */
  type(text) {
    this.input.value = text;
    this.input.dispatchEvent(new Event("input"));
    this.input.focus();
  }

  submit() {
    const text = this.input.value;
    if (this.results.isAsking) {
      this.results.enter();
      return;
    }
    if (!text.trim()) return;
    this.type("");
    this.phone.attempt(() => write(`${this.phone.path}/neighbours/send`, { text }));
  }

  async refresh() {
    const room = await read("/api/neighbours");
    if (room.revision === this.revision) return;
    if (this.revision !== null) this.phone.mark("neighbours");
    this.revision = room.revision;
    keepFocus(this.log, () => this.draw(room.messages), () => this.input.focus());
    this.log.scrollTop = this.log.scrollHeight;
  }

  draw(messages) {
    const items = [];
    let day = null;
    const act = { ...this.phone.acts(), tap: (message, button) => this.phone.attempt(() => this.tap(message, button)) };
    for (const message of messages) {
      const { key, name } = dayOf(message.date);
      if (key !== day) items.push(element("li", { class: "day" }, element("span", {}, name)));
      day = key;
      const isOwn = message.author.id === this.phone.id;
      items.push(bubble({ messages: [message], waiting: [], replied: null, act, bot: this.phone.chat.bot, isOwn, author: isOwn ? null : message.author }));
    }
    if (!messages.length) items.push(element("li", { class: "welcome" }, element("b", {}, word("neighbours")), element("p", {}, word("neighbours_hint", { bot: this.phone.chat.bot.username }))));
    this.log.replaceChildren(...items);
    this.phone.group(items.filter((item) => item.dataset.id));
  }

  async tap(message, button) {
    this.phone.done(await write(`${this.phone.path}/neighbours/tap`, { label: button.label, message_id: message.message_id }), this);
  }
}
