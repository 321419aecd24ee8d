/** The movable clock: the conversation's time, jumps forward, named instants. */

import { read, write } from "./api.js";
import { element } from "./dom.js";
import { currentLanguage, dateWords, word } from "./words.js";

let offset = 0;
let zone = "UTC";

/** Tells the clock what the server knows. */
export function setOffset(seconds) {
  offset = seconds;
}

const now = () => new Date(Date.now() + offset * 1000);

function partsOf(instant) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false,
  });
  return Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]));
}

/** Hours and minutes of an instant in the conversation's zone. */
export function timeOf(instant) {
  const parts = partsOf(new Date(instant));
  return `${parts.hour}:${parts.minute}`;
}

/** The day of an instant: a key to compare days and its name. */
export function dayOf(instant) {
  const parts = partsOf(new Date(instant));
  const today = partsOf(now());
  const key = `${parts.year}-${parts.month}-${parts.day}`;
  const isToday = key === `${today.year}-${today.month}-${today.day}`;
  return { key, name: isToday ? word("today") : dateWords(parts, { withYear: parts.year !== today.year }) };
}

/** Starts the clock of the page. */
export async function startClock() {
  const clock = await read("/api/clock");
  zone = clock.time_zone;
  setOffset(clock.offset);
  for (const button of document.querySelectorAll("[data-advance]")) {
    button.addEventListener("click", () => move({ advance: Number(button.dataset.advance) }));
  }
  await showInstants();
  show();
  setInterval(show, 1000);
}

/** Draws the named instants; those that passed cannot be gone to. */
export async function showInstants() {
  const { instants } = await read("/api/instants");
  const list = document.getElementById("instants");
  list.replaceChildren(...instants.map((instant) => {
    const name = instant.name[currentLanguage()];
    return element("button", {
      type: "button", class: "chip instant", disabled: instant.is_past, "aria-label": word("go_to", { name }),
      title: instant.is_past ? word("past") : dateWords(partsOf(new Date(instant.at)), { withYear: true }),
      onclick: () => move({ to: instant.at }),
    }, name);
  }));
  const coming = list.querySelector(":not(:disabled)");
  if (coming) list.scrollLeft = coming.offsetLeft - list.offsetLeft - 4;
}

/** Draws the present moment. */
export function show() {
  const parts = partsOf(now());
  document.getElementById("time").textContent = `${parts.hour}:${parts.minute}`;
  document.getElementById("date").textContent = dateWords(parts, { withYear: true });
}

async function move(where) {
  setOffset((await write("/api/clock", where)).offset);
  show();
  await showInstants();
}
