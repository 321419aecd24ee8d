/** Keyboard: one Tab stop for a whole list, arrows inside it, and focus that survives a redraw. */

const STOPS = "button:not(:disabled), a[href]";

const stopsOf = (list) => [...list.querySelectorAll(STOPS)];

/** Makes one element of the list reachable by Tab: the given one, else the newest first button. */
function setStop(list, chosen) {
  const stops = stopsOf(list);
  for (const stop of stops) stop.tabIndex = -1;
  if (chosen) chosen.tabIndex = 0;
}

function defaultStop(list) {
  const keyboards = list.querySelectorAll(".inline-keyboard");
  return keyboards.length ? keyboards[keyboards.length - 1].querySelector("button") : stopsOf(list).at(-1);
}

/** Arrows walk through buttons and links: left and right in order, up and down to the nearest on another line. */
export function walkWithArrows(list, leave) {
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    const stops = stopsOf(list);
    const at = stops.indexOf(event.target);
    if (at < 0) return;
    const target = next(stops, event.target, at, event.key);
    if (!target) return;
    event.preventDefault();
    setStop(list, target);
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  });
}

function next(stops, from, at, key) {
  switch (key) {
    case "ArrowRight":
      return stops[at + 1];
    case "ArrowLeft":
      return stops[at - 1];
    case "ArrowDown":
      return vertical(stops.slice(at + 1), from);
    case "ArrowUp":
      return vertical(stops.slice(0, at).reverse(), from);
    case "Home":
      return stops[0];
    case "End":
      return stops.at(-1);
    default:
      return null;
  }
}

function vertical(candidates, from) {
  const box = from.getBoundingClientRect();
  const other = candidates.filter((candidate) => Math.abs(candidate.getBoundingClientRect().top - box.top) > 4);
  if (!other.length) return null;
  const line = other[0].getBoundingClientRect().top;
  const distance = (node) => Math.abs(node.getBoundingClientRect().left - box.left);
  return other.filter((node) => Math.abs(node.getBoundingClientRect().top - line) < 4).sort((a, b) => distance(a) - distance(b))[0];
}

/** Redraws a list; focus that was inside returns to the same place of the same message, else to the newest button. */
export function keepFocus(list, redraw, otherwise) {
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  const id = focused?.closest("[data-id]")?.dataset.id;
  const place = focused && { row: focused.dataset.row, column: focused.dataset.column };
  const result = redraw();
  setStop(list, focused?.isConnected ? focused : defaultStop(list));
  if (focused && (!focused.isConnected || document.activeElement !== focused)) {
    const message = list.querySelector(`[data-id="${id}"]`);
    const same = message?.querySelector(`[data-row="${place.row}"][data-column="${place.column}"]`);
    const target = same ?? message?.querySelector(".inline") ?? defaultStop(list);
    if (target) {
      setStop(list, target);
      target.focus({ preventScroll: true });
    } else otherwise();
  }
  return result;
}
