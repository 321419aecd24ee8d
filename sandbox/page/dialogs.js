/** Questions that a phone asks: sharing the contact, sending a file, adding a person; native <dialog> elements. */

import { element } from "./dom.js";
import { sizeWords, word } from "./words.js";

/**
 * Shows a dialog and resolves to its form, or to null when it was dismissed. On a phone's screen it covers only that
 * phone, so that the others go on; elsewhere it is modal to the page.
 */
function ask(host, title, body, agree, { withCancel = true, role = "dialog" } = {}) {
  return new Promise((resolve) => {
    const isInside = host.classList.contains("screen");
    const covered = isInside ? [...host.children] : [];
    const before = document.activeElement;
    // Done at once and not on the dialog's own late "close" event: the next key must find its place.
    const finish = (answer) => {
      for (const node of covered) node.inert = false;
      dialog.remove();
      if (before?.isConnected) before.focus();
      resolve(answer);
    };
    const cancel = element("button", { type: "button", onclick: () => finish(null) }, word("cancel"));
    const form = element("form", { method: "dialog" }, element("h2", {}, title), ...body,
      element("div", { class: "answers" }, withCancel ? cancel : null, element("button", { class: "primary" }, agree)));
    const dialog = element("dialog", { class: `question${isInside ? " inside" : ""}`, role, "aria-label": title }, form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      finish(form);
    });
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      finish(null);
    });
    for (const node of covered) node.inert = true;
    host.append(dialog);
    if (isInside) dialog.show();
    else dialog.showModal();
    (form.querySelector("input:not([type=checkbox])") ?? form.querySelector(".primary")).focus();
  });
}

/** The bot's alert; resolves when it was read. */
export const alertOf = (host, name, text) =>
  ask(host, name, [element("p", {}, text)], word("ok"), { withCancel: false, role: "alertdialog" });

/** Whether the person's number may be sent. */
export const mayShare = (host, bot, phone) =>
  ask(host, word("share_title"), [element("p", {}, word("share_text", { bot, phone }))], word("share"));

/** Caption and form of sending for chosen files; null when they are not sent. */
export async function aboutFiles(host, files) {
  const isImage = files.every((file) => file.type.startsWith("image/"));
  const shown = files.map((file) => isImage
    ? element("img", { src: URL.createObjectURL(file), alt: file.name })
    : element("p", {}, `${file.name}, ${sizeWords(file.size)}`));
  const preview = element("div", { class: files.length > 1 && isImage ? "previews" : "preview" }, ...shown);
  const asFile = element("label", { class: "check" }, element("input", { type: "checkbox", name: "as_file" }), word("as_file"));
  const form = await ask(host, word("attach_title"), [preview, field("caption"), isImage ? asFile : null].filter(Boolean), word("send"));
  if (!form) return null;
  return { caption: form.elements.caption.value, kind: isImage && !form.elements.as_file.checked ? "photo" : "document" };
}

/** Coordinates, or null; a decimal comma is as good as a point. */
export async function whichPlace(host) {
  const number = { required: "", inputmode: "decimal", pattern: "\\s*-?\\d{1,3}([.,]\\d+)?\\s*" };
  const form = await ask(host, word("location"), [
    field("latitude", { ...number, placeholder: "43,238949" }), field("longitude", { ...number, placeholder: "76,889709" }),
  ], word("send"));
  const said = (name) => Number(form.elements[name].value.replace(",", "."));
  return form && { latitude: said("latitude"), longitude: said("longitude") };
}

/** Another text for a message, or null. */
export async function anotherText(host, text) {
  const form = await ask(host, word("edit_last"), [field("text", { value: text })], word("save"));
  return form && form.elements.text.value;
}

/** A new person, or null. */
export async function newPerson(host) {
  const language = element("select", { name: "language_code" }, ...["kk", "ru", "en"].map((code) => element("option", { value: code }, code)));
  const form = await ask(host, word("add_phone"), [
    field("first_name", { required: "" }), field("last_name"), field("phone_number", { type: "tel", placeholder: "+7 701 000 00 00" }),
    element("label", {}, word("telegram_language"), language),
  ], word("add"));
  if (!form) return null;
  const said = (name) => form.elements[name].value.trim() || undefined;
  return { first_name: said("first_name"), last_name: said("last_name"), phone: said("phone_number"), language_code: said("language_code") };
}

/** A number of somebody else, or null. */
export async function otherContact(host) {
  const form = await ask(host, word("other_contact"), [field("phone_number", { type: "tel", required: "", placeholder: "+7 701 000 00 00" })], word("send"));
  return form && form.elements.phone_number.value;
}

function field(name, attributes = {}) {
  return element("label", {}, word(name), element("input", { name, autocomplete: "off", ...attributes }));
}
