/** The page: which phones are shown, the events that keep them in step, the language of the page. */

import { read, write } from "./api.js";
import { setOffset, show as showClock, showInstants, startClock } from "./clock.js";
import { newPerson } from "./dialogs.js";
import { avatar, element, icon } from "./dom.js";
import { Phone } from "./phone.js";
import { currentLanguage, languages, translate, useLanguage, word } from "./words.js";

const SHOWN = "sandbox-phones";
const OFFLINE_AFTER = 2500; // milliseconds without a poll before the bot counts as off

const desk = document.getElementById("desk");
const phones = new Map();
const revisions = new Map();
const unread = new Set();
let people = [];
let shown = JSON.parse(localStorage.getItem(SHOWN) ?? "null");
let active = null;
let polledAt = Date.now();

function remember() {
  localStorage.setItem(SHOWN, JSON.stringify(shown));
}

function drawPeople() {
  const chips = people.map((person) => element("button", {
    type: "button", class: `person ${unread.has(person.id) ? "unread" : ""}${person.id === active ? " active" : ""}`,
    "aria-pressed": String(shown.includes(person.id)), onclick: () => choose(person.id),
    title: person.note?.[currentLanguage()] ?? "",
  }, avatar(person.id, person.full_name), element("span", {}, person.full_name)));
  const add = element("button", { type: "button", class: "person add", "aria-label": word("add_phone"), onclick: addPerson }, icon("plus"), element("span", {}, word("add_phone")));
  document.getElementById("people").replaceChildren(...chips, add);
}

const isNarrow = () => matchMedia("(max-width: 700px)").matches;

/** A narrow page shows one phone, so its chips are tabs; a wide one shows and hides. */
async function choose(id) {
  const isShown = shown.includes(id);
  if (!isShown) shown.push(id);
  else if (!isNarrow()) shown = shown.filter((other) => other !== id);
  active = id;
  await drawDesk();
  if (shown.includes(id)) phones.get(id)?.composer.focus();
}

async function drawDesk() {
  remember();
  if (!shown.includes(active)) active = shown[0] ?? null;
  const wanted = people.filter((person) => shown.includes(person.id));
  for (const person of wanted) {
    unread.delete(person.id);
    if (!phones.has(person.id)) {
      phones.set(person.id, new Phone(person, { hide: () => hide(person.id), photo: openPhoto }));
    }
  }
  const nodes = wanted.map((person) => phones.get(person.id).node);
  if (nodes.length !== desk.children.length || nodes.some((node, place) => desk.children[place] !== node)) {
    desk.replaceChildren(...(nodes.length ? nodes : [element("p", { class: "empty" }, word("no_phones"))]));
  }
  for (const [id, phone] of phones) phone.node.classList.toggle("active", id === active);
  drawPeople();
  await Promise.all(wanted.map((person) => phones.get(person.id).refresh()));
}

function hide(id) {
  shown = shown.filter((other) => other !== id);
  drawDesk();
}

async function addPerson() {
  const person = await newPerson(document.body);
  if (!person) return;
  const added = await write("/api/people", person);
  people = (await read("/api/people")).people;
  choose(added.id);
}

function openPhoto(url) {
  document.getElementById("viewer-image").src = url;
  document.getElementById("viewer").showModal();
}

async function onEvent(state) {
  setOffset(state.offset);
  if (state.is_polled) polledAt = Date.now();
  for (const [key, [revision, isTyping]] of Object.entries(state.phones)) {
    const id = Number(key);
    const phone = shown.includes(id) ? phones.get(id) : null;
    const isNew = revisions.has(id) && revisions.get(id) !== revision;
    revisions.set(id, revision);
    if (phone) {
      phone.showStatus({ isTyping, isPolled: isPolled() });
      if (phone.chat?.revision !== revision) phone.refresh();
      if (phone.chat && phone.room.revision !== state.room) phone.room.refresh();
    }
    if (isNew && (!phone || (isNarrow() && id !== active))) unread.add(id);
  }
  if (Object.keys(state.phones).length !== people.length) people = (await read("/api/people")).people;
  drawPeople();
}

const isPolled = () => Date.now() - polledAt < OFFLINE_AFTER;

function listen() {
  let last = null;
  let offset = null;
  let born = null;
  const events = new EventSource("/api/events");
  events.addEventListener("message", (event) => {
    last = JSON.parse(event.data);
    // Another sandbox answers now: it begins anew, and so does the page.
    if (born !== null && born !== last.born) location.reload();
    born = last.born;
    if (offset !== null && offset !== last.offset) showInstants();
    offset = last.offset;
    showClock();
    onEvent(last);
  });
  setInterval(() => {
    if (last?.is_polled) polledAt = Date.now();
    for (const id of shown) {
      const phone = phones.get(id);
      if (phone && !phone.status.classList.contains("typing")) phone.showStatus({ isTyping: false, isPolled: isPolled() });
    }
  }, 1000);
}

function drawLanguages() {
  document.getElementById("languages").replaceChildren(...languages.map((code) => element("button", {
    type: "button", class: "chip", lang: code, "aria-pressed": String(code === currentLanguage()), onclick: () => switchLanguage(code),
  }, word("language_name", {}, code))));
}

async function switchLanguage(code) {
  useLanguage(code);
  translate(document);
  document.title = word("title");
  drawLanguages();
  phones.clear();
  desk.replaceChildren();
  await showInstants();
  showClock();
  await drawDesk();
}

/** The office stands beside the phones where the sandbox was told of one. */
async function showWays() {
  const told = await read("/api/staff");
  document.getElementById("ways").hidden = !told.office;
  document.getElementById("office").href = told.office;
  document.getElementById("public").href = told.public;
}

people = (await read("/api/people")).people;
shown = (shown ?? people.slice(0, 3).map((person) => person.id)).filter((id) => people.some((person) => person.id === id));
if (!shown.length) shown = people.slice(0, 3).map((person) => person.id);
document.getElementById("viewer").addEventListener("click", (event) => event.currentTarget.close());
await showWays();
await startClock();
await switchLanguage(currentLanguage());
listen();
document.body.dataset.ready = "true";
