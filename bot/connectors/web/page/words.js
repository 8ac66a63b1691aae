// The page's own sentences, in both languages, and the one that is spoken now.
// An element says what it shows with data-word (text), data-word-label (aria-label) or
// data-word-placeholder, so that a change of language repaints what is already there.

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30000;

let book = { nl: {}, en: {} };
let language = "nl";

/** "nl" or "en": what the browser asks for, before anybody has chosen. */
export function preferredLanguage() {
  return /^nl\b/i.test(navigator.language || "") ? "nl" : "en";
}

/** The language spoken now: "nl" or "en". */
export function spokenLanguage() {
  return language;
}

/** Fetch the sentences, however long it takes, and paint them. */
export async function loadWords() {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const answer = await fetch("/words");
      if (answer.ok) {
        book = await answer.json();
        paint(document);
        return;
      }
    } catch {
      // No connection yet. The page works without its sentences; try again after the pause.
    }
    await new Promise((wake) => setTimeout(wake, pause));
  }
}

/** Speak another language from here on. An unknown one changes nothing. */
export function speak(code) {
  if (!(code in book)) return;
  language = code;
  document.documentElement.lang = code;
  paint(document);
}

/** The sentence under `key`, with `value` in the place of its {n} or {name}. */
export function say(key, value = "") {
  const sentence = (book[language] || {})[key] || "";
  return sentence.replace(/\{(n|name)\}/, () => value);
}

/** Make `element` show the sentence under `key`, now and after a change of language. */
export function wear(element, key, value = "") {
  element.dataset.word = key;
  element.dataset.wordValue = value;
  element.textContent = say(key, value);
  return element;
}

/** The same for what a screen reader calls `element`. */
export function nameAs(element, key) {
  element.dataset.wordLabel = key;
  element.setAttribute("aria-label", say(key));
  return element;
}

function paint(root) {
  for (const element of root.querySelectorAll("[data-word]")) {
    element.textContent = say(element.dataset.word, element.dataset.wordValue);
  }
  for (const element of root.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", say(element.dataset.wordLabel));
  }
  for (const element of root.querySelectorAll("[data-word-placeholder]")) {
    element.placeholder = say(element.dataset.wordPlaceholder);
  }
  paintAbout(root.querySelector("#about"));
}

/** The line that says what Zwaan is not, with a number that can be called at a touch. */
function paintAbout(element) {
  const [before, after = ""] = say("about").split("{112}");
  if (!before) return;
  const call = document.createElement("a");
  call.href = "tel:112";
  call.textContent = "112";
  element.replaceChildren(before, call, after);
}
