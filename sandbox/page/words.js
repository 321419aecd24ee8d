/** The page's own words in two languages; apart from the bot's texts, which come over the Bot API. */

const all = await (await fetch("/page/words.json")).json();
const STORED = "sandbox-language";

export const languages = Object.keys(all);
let language = localStorage.getItem(STORED) ?? (navigator.language.startsWith("ru") ? "ru" : "kk");

/** The language of the page now. */
export const currentLanguage = () => language;

/** Switches the page and remembers the choice. */
export function useLanguage(code) {
  language = code;
  localStorage.setItem(STORED, code);
  document.documentElement.lang = code;
}

/** A word of the page, with {places} filled. */
export function word(key, facts = {}, code = language) {
  return all[code][key].replace(/\{(\w+)\}/g, (_, name) => facts[name]);
}

/** Fills the elements that name their words: text, label or title. */
export function translate(root) {
  for (const node of root.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of root.querySelectorAll("[data-label]")) node.setAttribute("aria-label", word(node.dataset.label));
  for (const node of root.querySelectorAll("[data-title]")) node.title = word(node.dataset.title);
}

/** Day and month, with the year where it is asked for; the months are ours since browsers differ in Kazakh. */
export function dateWords(parts, { withYear }) {
  const month = all[language].months[parts.month - 1];
  return word(withYear ? "date" : "day", { day: Number(parts.day), month, year: parts.year });
}

/** A size in bytes as people read it. */
export function sizeWords(bytes) {
  if (bytes < 1024) return `${bytes} ${word("bytes")}`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} ${word("kilobytes")}`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} ${word("megabytes")}`;
}
