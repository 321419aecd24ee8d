/** One phone: a person's chat with the bot, drawn from the people API and kept in step with it. */

import { read, upload, write } from "./api.js";
import { albums, bubble } from "./bubble.js";
import { dayOf } from "./clock.js";
import { aboutFiles, alertOf, anotherText, mayShare, otherContact, whichPlace } from "./dialogs.js";
import { avatar, element, icon } from "./dom.js";
import { Composer } from "./composer.js";
import { keepFocus, walkWithArrows } from "./focus.js";
import { Room } from "./room.js";
import { word } from "./words.js";

const TOAST = 3500; // milliseconds
const TYPING = 5500;

export class Phone {
  constructor(person, { hide, photo }) {
    this.id = person.id;
    this.path = `/api/people/${person.id}`;
    this.person = person;
    this.openPhoto = photo;
    this.chat = null;
    this.drawn = new Map();
    this.place = "bot";
    this.seen = null;
    this.build(hide);
  }

  build(hide) {
    const name = this.person.full_name;
    this.status = element("span", { class: "status" });
    this.botName = element("b", {});
    this.log = element("ol", { class: "log", role: "log", "aria-label": word("messages"), tabindex: "-1" });
    this.composer = new Composer(this);
    this.room = new Room(this);
    this.toRoom = element("button", { type: "button", class: "round to-room", "aria-pressed": "false", "aria-label": word("neighbours"), title: word("neighbours"), onclick: () => this.open(this.place === "bot" ? "neighbours" : "bot") }, icon("people"));
    this.toast = element("div", { class: "toast", role: "status", hidden: true });
    this.screen = element("div", { class: "screen" },
      element("header", { class: "chat-head" }, this.face = element("span"), element("div", { class: "who" }, this.botName, this.status), this.toRoom, this.menu()),
      element("div", { class: "stage" }, this.wall = element("div", { class: "wall" }, this.log), this.room.wall, this.toast),
      this.composer.node, this.room.node);
    this.node = element("section", { class: "phone", "aria-label": word("phone_of", { name }), "data-person": String(this.id) },
      element("div", { class: "owner" }, avatar(this.id, name),
        element("div", { class: "who" }, element("b", {}, name), element("small", {}, this.describe())),
        element("button", { type: "button", class: "round", "aria-label": word("hide_phone", { name }), onclick: hide }, icon("close"))),
      this.screen);
    walkWithArrows(this.log, () => this.composer.focus());
    this.isAtEnd = true;
    this.log.addEventListener("scroll", () => {
      this.isAtEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
    });
    // The bot's keyboard opens under the log and makes it lower: whoever read the end goes on reading the end.
    new ResizeObserver(() => this.isAtEnd && this.scrollToEnd()).observe(this.log);
  }

  /** Turns to the chat with the bot or to the neighbours' chat. */
  open(place) {
    this.place = place;
    const isRoom = place === "neighbours";
    this.toRoom.setAttribute("aria-pressed", String(isRoom));
    this.toRoom.classList.remove("unread");
    this.wall.hidden = this.composer.node.hidden = isRoom;
    this.more.hidden = isRoom;
    this.room.show(isRoom);
    this.drawHead();
    if (isRoom) return;
    this.scrollToEnd();
    this.composer.focus();
  }

  /** Marks the way to a chat that has news and is not open. */
  mark(place) {
    if (this.place !== place) this.toRoom.classList.add("unread");
  }

  drawHead() {
    const { bot } = this.chat;
    const isRoom = this.place === "neighbours";
    this.botName.textContent = isRoom ? word("neighbours") : bot.name;
    this.face.replaceChildren(avatar(isRoom ? 5 : 3, this.botName.textContent));
    this.status.hidden = isRoom;
  }

  scrollToEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  describe() {
    return [this.person.phone, this.person.note?.[document.documentElement.lang]].filter(Boolean).join(" · ");
  }

  menu() {
    const item = (key, run) => element("button", { type: "button", role: "menuitem", onclick: () => { this.more.open = false; this.attempt(run); } }, word(key));
    this.blockItem = element("span");
    this.more = element("details", { class: "more" }, element("summary", { "aria-label": word("menu") }, icon("more")),
      element("div", { class: "sheet", role: "menu" }, this.blockItem,
        item("edit_last", () => this.editLast()), item("other_contact", () => this.sendOtherContact()),
        item("send_sticker", () => this.sendKind("sticker")), item("send_voice", () => this.sendKind("voice")),
        item("clear", () => write(`${this.path}/clear`))));
    this.more.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.more.open = false;
    });
    this.more.addEventListener("focusout", (event) => {
      if (!this.more.contains(event.relatedTarget)) this.more.open = false;
    });
    this.item = item;
    return this.more;
  }

  /** Reads the chat again and draws what differs. */
  async refresh() {
    const chat = await read(`${this.path}/chat`);
    if (this.chat && chat.revision < this.chat.revision) return;
    const isFirst = this.chat === null;
    this.chat = chat;
    this.person = chat.person;
    this.draw(isFirst);
    this.notify(chat.notifications, isFirst);
  }

  draw(isFirst) {
    const { chat } = this;
    this.drawHead();
    const key = chat.person.is_blocked ? "unblock" : "block";
    this.blockItem.replaceChildren(this.item(key, () => write(`${this.path}/${key}`)));
    this.blockItem.hidden = !chat.person.is_started;
    const isAtEnd = isFirst || this.isAtEnd;
    const hasNews = keepFocus(this.log, () => this.drawMessages(), () => this.composer.focus());
    this.composer.draw(chat);
    if (isAtEnd || hasNews) this.scrollToEnd();
    if (hasNews && !isFirst) this.mark("bot");
  }

  /** Replaces only the bubbles that changed, so that focus and reading position stay. */
  drawMessages() {
    const { chat } = this;
    const items = [];
    let day = null;
    let news = false;
    const act = this.acts();
    for (const messages of albums(chat.messages)) {
      const [message] = messages;
      const { key, name } = dayOf(message.date);
      if (key !== day) items.push(element("li", { class: "day" }, element("span", {}, name)));
      day = key;
      const waiting = chat.waiting.filter((tap) => tap.message_id === message.message_id);
      const replied = chat.messages.find((other) => other.message_id === message.reply_to) ?? null;
      const state = JSON.stringify([messages, waiting, replied?.text, document.documentElement.lang]);
      const old = this.drawn.get(message.message_id);
      if (old?.state !== state) {
        news ||= !old;
        this.drawn.set(message.message_id, { state, node: bubble({ messages, waiting, replied, act, bot: chat.bot, isOwn: message.from === "person" }) });
      }
      items.push(this.drawn.get(message.message_id).node);
    }
    if (!chat.messages.length) items.push(this.welcome());
    this.log.replaceChildren(...items);
    this.group(items.filter((item) => item.dataset.id));
    return news;
  }

  group(bubbles) {
    bubbles.forEach((node, place) => {
      const next = bubbles[place + 1];
      node.classList.toggle("tail", !next || next.classList.contains("own") !== node.classList.contains("own"));
    });
  }

  welcome() {
    const { bot } = this.chat;
    return element("li", { class: "welcome" }, element("b", {}, bot.description ? word("what_can") : bot.name),
      element("p", {}, bot.description || `@${bot.username}`));
  }

  acts() {
    return {
      tap: (message, button, row, column) => this.attempt(() => this.tap(message, button, row, column)),
      photo: (url) => this.openPhoto(url),
      link: (url, event) => this.follow(url, event),
      command: (text, event) => {
        event.preventDefault();
        this.attempt(() => write(`${this.path}/send`, { text }));
      },
    };
  }

  async tap(message, button, row, column) {
    this.done(await write(`${this.path}/tap`, { label: button.label, message_id: message.message_id, row, column }), this.composer);
  }

  /** Does what a tapped button leaves to the phone; `here` is the field of the chat where it stands. */
  async done(result, here) {
    if (result.url) this.follow(result.url);
    if (result.kind.startsWith("switch_inline_query")) {
      const isHere = result.kind === "switch_inline_query_current_chat";
      if (!isHere) this.open("neighbours");
      (isHere ? here : this.room).type(`@${this.chat.bot.username} ${result.query}`);
    }
    if (result.kind === "copy_text") {
      await navigator.clipboard?.writeText(result.text);
      this.showToast(word("copied"));
    }
  }

  /** A link to this bot opens here as /start; any other opens beside. */
  follow(url, event) {
    const deep = new RegExp(`^https?://t\\.me/${this.chat.bot.username}/?(?:\\?start=([\\w-]+))?$`, "i").exec(url);
    if (!deep) {
      if (!event) window.open(url, "_blank", "noopener");
      else event.currentTarget.target = "_blank";
      return;
    }
    event?.preventDefault();
    this.start(deep[1]);
  }

  /** Opens the chat with the bot by START, as a deep link does. */
  start(payload) {
    this.open("bot");
    this.attempt(() => write(`${this.path}/start`, payload ? { payload } : {}));
  }

  async press(key) {
    if (key.kind === "contact" && !this.person.phone) {
      this.showToast(word("no_phone"));
      return;
    }
    if (key.kind === "contact" && !(await mayShare(this.screen, this.chat.bot.name, this.person.phone))) return;
    const location = key.kind === "location" ? await whichPlace(this.screen) : undefined;
    if (location === null) return;
    await write(`${this.path}/tap`, { label: key.label, location });
  }

  async sendPlace() {
    const place = await whichPlace(this.screen);
    if (place) await write(`${this.path}/location`, place);
  }

  async editLast() {
    const own = this.chat.messages.findLast((message) => message.from === "person" && message.text && !message.is_via_bot);
    const text = own && (await anotherText(this.screen, own.text));
    if (text) await write(`${this.path}/edit`, { text, message_id: own.message_id });
  }

  async sendFiles(files) {
    const about = await aboutFiles(this.screen, files);
    if (!about) return;
    const form = new FormData();
    form.append("kind", about.kind);
    form.append("caption", about.caption);
    for (const file of files) form.append("file", file);
    await upload(`${this.path}/attach`, form);
  }

  async sendKind(kind) {
    const form = new FormData();
    form.append("kind", kind);
    await upload(`${this.path}/attach`, form);
  }

  async sendOtherContact() {
    const phone = await otherContact(this.screen);
    if (phone) await write(`${this.path}/contact`, { phone });
  }

  /** Does something and shows the server's refusal, if any. */
  async attempt(run) {
    try {
      await run();
    } catch (error) {
      console.warn(error);
      this.showToast(word("refused"));
    }
  }

  notify(notifications, isFirst) {
    const fresh = isFirst ? [] : notifications.slice(this.seen);
    this.seen = notifications.length;
    for (const item of fresh) {
      if (item.is_alert) alertOf(this.screen, this.chat.bot.name, item.text);
      else this.showToast(item.text);
    }
  }

  showToast(text) {
    this.toast.textContent = text;
    this.toast.hidden = false;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => (this.toast.hidden = true), TOAST);
  }

  /** Shows under the bot's name whether it types, runs or is off. */
  showStatus({ isTyping, isPolled }) {
    clearTimeout(this.typingTimer);
    this.status.textContent = isTyping ? word("typing") : word(isPolled ? "bot" : "offline");
    this.status.className = `status ${isTyping ? "typing" : isPolled ? "" : "offline"}`;
    if (isTyping) this.typingTimer = setTimeout(() => this.showStatus({ isTyping: false, isPolled }), TYPING);
  }
}
