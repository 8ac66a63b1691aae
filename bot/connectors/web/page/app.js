// Puts the page together: what happens when somebody types, taps, or is spoken to.

import { Composer, byTouch } from "./composer.js";
import { Follow } from "./scroll.js";
import { watchTabs } from "./tabs.js";
import { Transcript, newKey } from "./transcript.js";
import { View } from "./view.js";
import { Outbox, Seen, Stream } from "./wire.js";
import { loadWords, preferredLanguage, speak, spokenLanguage, wear } from "./words.js";

const TYPING_LIMIT_MS = 60000;

const find = (id) => document.getElementById(id);
const log = find("log");
const typing = find("typing");
const line = find("line");
const notice = find("notice");

const transcript = new Transcript();
const follow = new Follow(find("scroll"), find("head"), find("newer"));
const view = new View(log, { tap, retry, takeBack, grown: () => follow.grown() });
const refused = (code) => code === "damaged_key" && askToBeginAgain();
const outbox = new Outbox(transcript, { changed: (entry) => view.update(entry), refused });
const seen = new Seen(transcript, { refused });
const composer = new Composer((text) => say("text", text, text));
const stream = new Stream({
  message: hear,
  typing: showTyping,
  awake: (flag) => setLine("waking", !flag),
  down: (flag) => setLine("offline", flag),
  lost: () => seen.now(), // the stream hides why it was refused; this answer tells
});

let typingTimer = 0;
const lines = new Set();

/** The person says something. Stored before it is sent, so that a reload loses nothing. */
function say(kind, content, text = "") {
  if (kind !== "event") retireButtons();
  const entry = { from: "person", key: newKey(), kind, content, text, state: "sending" };
  const element = view.add(transcript.add({ ...entry, language: spokenLanguage() }));
  if (kind !== "event") follow.begin(element);
  outbox.send();
}

function tap(entry, choice) {
  if (!entry.buttons.includes(choice)) return; // the second half of a double tap
  entry.buttons = entry.buttons.filter((other) => other !== choice);
  say("tap", choice.token, choice.title);
  placeFocus();
}

/** A button that goes leaves the focus nowhere. On a phone the keyboard should stay down. */
function placeFocus() {
  if (byTouch) log.focus({ preventScroll: true });
  else composer.focus();
}

/** Buttons belong to the last messages; the ones that stay are the exception. */
function retireButtons() {
  for (const entry of transcript.entries) {
    if (!entry.buttons) continue;
    entry.buttons = entry.buttons.filter((choice) => choice.stays);
    view.update(entry);
  }
}

function retry(entry) {
  entry.state = "sending";
  transcript.save();
  view.update(entry);
  placeFocus();
  outbox.send();
}

function takeBack(entry) {
  transcript.remove(entry);
  view.remove(entry);
  composer.restore(entry.text);
}

/** Zwaan says something. The server repeats what it thinks we missed; we show it once. */
function hear(data) {
  seen.soon();
  if (transcript.has(data.id)) return;
  showTyping(false);
  if (data.clears) startClean();
  const choosing = transcript.unsent && transcript.unsent.content.startsWith("language:");
  if (data.language && !choosing) setLanguage(data.language);
  const entry = transcript.add({ ...data, from: "zwaan" });
  follow.came(view.add(entry));
}

/** After "wis alles": this tab forgets what was said, too. */
function startClean() {
  transcript.empty();
  view.clear();
  for (const entry of transcript.entries) view.add(entry);
  follow.reset();
}

function showTyping(on) {
  clearTimeout(typingTimer);
  if (on) typingTimer = setTimeout(() => showTyping(false), TYPING_LIMIT_MS);
  typing.hidden = !on;
  follow.grown();
}

function setLanguage(code) {
  transcript.language = code;
  speak(code);
  for (const button of find("languages").children) {
    button.setAttribute("aria-pressed", String(button.value === spokenLanguage()));
  }
}

/** One quiet line at a time: no connection goes before waking up. */
function setLine(key, on) {
  if (on) lines.add(key);
  else lines.delete(key);
  wear(line, lines.has("offline") ? "offline" : lines.has("waking") ? "waking" : "");
  follow.keep();
}

function setNotice(key, actionKey, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pill";
  button.addEventListener("click", act);
  notice.replaceChildren(wear(document.createElement("p"), key), wear(button, actionKey));
  follow.keep();
}

function askToBeginAgain() {
  setNotice("damaged_key", "begin_again", () => {
    const waits = ({ kind, state }) => kind === "text" && state !== "sent";
    const unsent = transcript.entries.filter(waits).map((entry) => entry.text);
    composer.restore(unsent.join("\n")); // the draft outlives the conversation
    transcript.clear();
    location.assign("/"); // the server gives a new key with the page
  });
}

function dismissNotice() {
  notice.replaceChildren();
  placeFocus();
}

/** What was here before a reload, without reading it all aloud again. */
function restore() {
  log.setAttribute("aria-busy", "true");
  for (const entry of transcript.entries) view.add(entry);
  requestAnimationFrame(() => {
    follow.toEnd();
    log.removeAttribute("aria-busy");
  });
}

/** Somebody else is about to use this phone. What was said stays with Zwaan. */
function wipe() {
  startClean();
  setNotice("wiped", "understood", dismissNotice);
}

function listen() {
  find("wipe").addEventListener("click", wipe);
  find("languages").addEventListener("click", ({ target }) => {
    if (!target.value || target.value === spokenLanguage()) return;
    setLanguage(target.value);
    say("event", `language:${target.value}`);
  });
  window.addEventListener("beforeunload", (event) => {
    if (outbox.struggling) event.preventDefault(); // closing now would lose what was typed
  });
  window.addEventListener("hashchange", () => {
    const code = takeCode();
    if (code) say("event", `open:${code}`);
    outbox.send();
  });
  watchTabs((which) => setNotice(`other_tab_${which}`, "understood", dismissNotice));
}

/** The code of an invitation behind the # of the address, which then goes: it works only once. */
function takeCode() {
  const [code] = location.hash.match(/(?<=^#)[\w-]{20,64}$/) || [];
  if (code) history.replaceState(null, "", location.pathname);
  return code;
}

setLanguage(transcript.language || preferredLanguage());
restore();
listen();
loadWords();
stream.open();
const code = takeCode();
if (code || transcript.entries.length === 0) say("event", code ? `open:${code}` : "open");
outbox.send();
if (!byTouch) composer.focus();
