/** Small helpers to build elements; texts are always set as text, never as HTML. */

/** An element with attributes (on… are listeners, properties by name) and children. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value !== "string") node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  send: "M3 20.5 21.5 12 3 3.5 3 10l12 2-12 2z",
  attach: "M16.5 6.5v10a4.5 4.5 0 0 1-9 0V6a3 3 0 0 1 6 0v9.5a1.5 1.5 0 0 1-3 0V7H9v8.5a3 3 0 0 0 6 0V6a4.5 4.5 0 0 0-9 0v10.5a6 6 0 0 0 12 0v-10z",
  menu: "M4 6h16v2H4zM4 11h16v2H4zM4 16h16v2H4z",
  more: "M12 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm0 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm0 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  keys: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  close: "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6 10.6 12 5 6.4z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  file: "M6 2h8l5 5v15H6zm7 1.5V8h4.5z",
  pin: "M12 2a7 7 0 0 0-7 7c0 5.200 7 13 7 13s7-7.800 7-13a7 7 0 0 0-7-7zm0 4.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z",
  people: "M8.500 4a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM2 19.500c0-3.600 2.900-6 6.500-6s6.500 2.400 6.500 6zM16 5a3 3 0 1 1 0 6 3 3 0 0 1-1.200-.250 5.400 5.400 0 0 0 0-5.500A3 3 0 0 1 16 5zm1 14.500c0-2.300-.900-4.200-2.400-5.600 3.800-.900 7.400 1.300 7.400 5.600z",
  link: "M8 6h10v10h-2V9.4L7.4 18 6 16.6 14.6 8H8z",
  ticks: "M2 12.500l4.200 4.200L15.500 7.300M10.500 15.500l1.300 1.200L21.500 7.300",
};

/** An icon drawn by this page. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** A round picture of somebody: initials on a colour of their own. */
export function avatar(id, name) {
  const initials = name.split(/\s+/).slice(0, 2).map((part) => [...part][0] ?? "").join("");
  return element("span", { class: `avatar hue-${Math.abs(id) % 7}`, "aria-hidden": "true" }, initials.toUpperCase());
}
