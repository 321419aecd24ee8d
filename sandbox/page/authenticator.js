/** The telephones of the staff: logins, passwords and the one-time codes, which change every half a minute. */

import { read } from "./api.js";
import { element } from "./dom.js";
import { currentLanguage, languages, translate, useLanguage, word } from "./words.js";

let told = { office: "", left: 0, staff: [] };
let ends = 0;

function copy(text, button) {
  navigator.clipboard?.writeText(text);
  button.textContent = word("copied");
  setTimeout(() => { button.textContent = word("copy"); }, 1500);
}

function line(name, text, kind = "") {
  const button = element("button", { type: "button", class: "chip", "aria-label": `${word("copy")}: ${name}` }, word("copy"));
  button.addEventListener("click", () => copy(text, button));
  return [element("dt", {}, name), element("dd", { class: kind }, text), button];
}

function card(person) {
  const language = currentLanguage();
  return element("li", { "data-login": person.login },
    element("h3", {}, person.name),
    element("p", {}, person.position[language]),
    element("p", { class: "roles" }, person.roles[language]),
    element("dl", {},
      ...line(word("login"), person.login),
      ...line(word("password"), person.password),
      ...line(word("code"), person.code, "code")),
    element("a", { class: "enter", target: "office", href: `${told.office}sign-in?lang=${language}&login=${encodeURIComponent(person.login)}` }, word("to_sign_in")));
}

function draw() {
  const language = currentLanguage();
  const places = [...new Set(told.staff.map((person) => person.place[language]))];
  document.getElementById("office").href = told.office;
  document.getElementById("staff").replaceChildren(...places.flatMap((place) => [
    element("h2", {}, place),
    element("ul", { class: "cards" }, ...told.staff.filter((person) => person.place[language] === place).map(card)),
  ]));
}

async function count() {
  if (Date.now() >= ends) {
    told = await read("/api/staff");
    ends = Date.now() + told.left * 1000;
    draw();
  }
  document.getElementById("left").textContent = word("seconds_left", { count: Math.ceil((ends - Date.now()) / 1000) });
}

function drawLanguages() {
  document.getElementById("languages").replaceChildren(...languages.map((code) => element("button", {
    type: "button", class: "chip", lang: code, "aria-pressed": String(code === currentLanguage()), onclick: () => switchLanguage(code),
  }, word("language_name", {}, code))));
}

function switchLanguage(code) {
  useLanguage(code);
  translate(document);
  document.title = word("staff_title");
  drawLanguages();
  draw();
}

switchLanguage(currentLanguage());
await count();
setInterval(count, 500);
document.body.dataset.ready = "true";
