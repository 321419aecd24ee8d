/** The bottom of a phone: START, RESTART, or the input field with commands, attaching and the reply keyboard. */

import { write } from "./api.js";
import { element, icon } from "./dom.js";
import { walkWithArrows } from "./focus.js";
import { InlineResults } from "./inline.js";
import { word } from "./words.js";

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.isKeyboardOpen = true;
    this.keyboardOf = null;
    this.node = element("footer", { class: "composer" });
    this.build();
  }

  build() {
    this.input = element("textarea", { rows: "1", "aria-label": word("write"), placeholder: word("write"), maxlength: "20000" });
    this.input.addEventListener("input", () => this.grow());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.results = new InlineResults(this.phone, this.input, "bot");
    this.file = element("input", { type: "file", multiple: true, hidden: true, onchange: () => this.chosen() });
    this.commands = element("details", { class: "commands" },
      element("summary", { "aria-label": word("commands"), title: word("commands") }, icon("menu")),
      (this.list = element("div", { class: "sheet", role: "menu" })));
    walkWithArrows(this.list, () => this.closeCommands());
    this.commands.addEventListener("toggle", () => this.commands.open && this.list.querySelector("button")?.focus());
    this.keysToggle = this.button("keys", "toggle_keyboard", () => this.toggleKeyboard());
    this.form = element("form", { class: "input" }, this.commands,
      this.attach = this.attachMenu(), this.input, this.keysToggle,
      element("button", { type: "submit", class: "round send", "aria-label": word("send") }, icon("send")), this.file, this.results.node);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.keys = element("div", { class: "keys", role: "group", "aria-label": word("keyboard") });
    walkWithArrows(this.keys, () => this.focus());
    this.big = element("button", { type: "button", class: "big", onclick: () => this.phone.attempt(() => write(`${this.phone.path}/start`)) });
  }

  attachMenu() {
    const item = (key, run) => element("button", { type: "button", role: "menuitem", onclick: () => { menu.open = false; run(); } }, word(key));
    const sheet = element("div", { class: "sheet", role: "menu" },
      item("photo_or_file", () => this.file.click()), item("location", () => this.phone.attempt(() => this.phone.sendPlace())));
    const menu = element("details", { class: "attach" }, element("summary", { "aria-label": word("attach"), title: word("attach") }, icon("attach")), sheet);
    walkWithArrows(sheet, () => {
      menu.open = false;
      this.focus();
    });
    menu.addEventListener("toggle", () => menu.open && sheet.querySelector("button").focus());
    menu.addEventListener("focusout", (event) => {
      if (!menu.contains(event.relatedTarget)) menu.open = false;
    });
    return menu;
  }

  button(shape, key, run) {
    return element("button", { type: "button", class: "round", "aria-label": word(key), title: word(key), onclick: run }, icon(shape));
  }

  /** Draws what the chat allows now. */
  draw(chat) {
    const { is_started: isStarted, is_blocked: isBlocked } = chat.person;
    if (!isStarted || isBlocked) {
      this.big.textContent = word(isBlocked ? "restart" : "start");
      const hadFocus = this.node.contains(document.activeElement);
      this.node.replaceChildren(this.big);
      if (hadFocus) this.big.focus();
      return;
    }
    if (!this.form.isConnected) {
      const hadFocus = document.activeElement === this.big;
      this.node.replaceChildren(this.form, this.keys);
      if (hadFocus) this.input.focus();
    }
    this.drawCommands(chat.commands);
    this.drawKeys(chat.reply_keyboard);
  }

  drawCommands(commands) {
    this.commands.hidden = !commands.length;
    this.list.replaceChildren(...commands.map((command) =>
      element("button", { type: "button", role: "menuitem", onclick: () => { this.closeCommands(); this.send(`/${command.command}`); } },
        element("b", {}, `/${command.command}`), element("span", {}, command.description))));
  }

  drawKeys(keyboard) {
    const rows = keyboard?.rows ?? [];
    if (keyboard?.message_id !== this.keyboardOf) this.isKeyboardOpen = true;
    if (keyboard?.is_hidden) this.isKeyboardOpen = false;
    this.keyboardOf = keyboard?.message_id ?? null;
    this.input.placeholder = keyboard?.placeholder || word("write");
    this.keysToggle.hidden = !rows.length;
    this.keys.hidden = !rows.length || !this.isKeyboardOpen;
    const state = JSON.stringify(rows);
    if (state === this.keysState) return;
    const hadFocus = this.keys.contains(document.activeElement);
    this.keysState = state;
    this.keys.replaceChildren(...rows.map((row) => element("div", { class: "row" }, ...row.map((key) =>
      element("button", { type: "button", tabindex: "-1", class: `key ${key.style ? `style-${key.style}` : ""}`, onclick: () => this.phone.attempt(() => this.phone.press(key)) }, key.label)))));
    this.keys.querySelector("button")?.setAttribute("tabindex", "0");
    if (hadFocus) this.focus();
  }

  toggleKeyboard() {
    this.isKeyboardOpen = !this.isKeyboardOpen;
    this.keys.hidden = !this.isKeyboardOpen;
  }

  closeCommands() {
    this.commands.open = false;
    this.focus();
  }

  onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "ArrowUp" && !this.input.value) {
      event.preventDefault();
      this.phone.log.querySelector("[tabindex='0']")?.focus();
    }
  }

  submit() {
    const text = this.input.value;
    if (this.results.isAsking) {
      this.results.enter();
      return;
    }
    if (!text.trim()) return;
    this.input.value = "";
    this.grow();
    this.send(text);
  }

  send(text) {
    this.phone.attempt(() => write(`${this.phone.path}/send`, { text }));
  }

  /** Puts a text into the field as if it was typed. */
  type(text) {
    this.input.value = text;
    this.input.dispatchEvent(new Event("input"));
    this.input.focus();
  }

  chosen() {
    const files = [...this.file.files];
    this.file.value = "";
    if (files.length) this.phone.attempt(() => this.phone.sendFiles(files));
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 132)}px`;
    this.form.classList.toggle("has-text", Boolean(this.input.value.trim()));
  }

  /** Puts the cursor where the person can go on. */
  focus() {
    (this.form.isConnected ? this.input : this.big).focus();
  }
}
