// Entries as elements. Everything that was said goes in as text, never as HTML.

import { withCalls } from "./phone.js";
import { nameAs, wear } from "./words.js";

const PATIENCE_MS = 700; // sending is only worth a word when it takes longer

const LINK = /https?:\/\/\S/;

/** Browsers keep the clipboard for pages behind https; elsewhere the old way still works. */
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = make("textarea", "unseen", text);
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (!done) throw new Error("nothing was copied");
}

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function button(className, act) {
  const element = make("button", className);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

/** A link that saves `data`. A blob, because browsers cut off long data: addresses. */
function saveLink(element, data, name) {
  const [head, body] = data.split(",", 2);
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  const type = head.replace(/^data:|;.*$/g, "");
  element.href = URL.createObjectURL(new Blob([bytes], { type }));
  element.download = name;
  return element;
}

export class View {
  /** acts: tap(entry, button), retry(entry), takeBack(entry), grown() after a late picture. */
  constructor(log, acts) {
    Object.assign(this, { log, acts, elements: new Map() });
    this.closer = document.getElementById("closer");
    this.closer.querySelector("button").addEventListener("click", () => this.closer.close());
  }

  /** Show a new entry; gives its element. */
  add(entry) {
    const element = make("div");
    this.elements.set(entry, element);
    this.draw(entry, element);
    this.log.append(element);
    return element;
  }

  /** Show a change: a mark, an error, or buttons that are gone. */
  update(entry) {
    const element = this.elements.get(entry);
    if (!element) return;
    if (entry.from === "zwaan") this.drawReplies(entry, element);
    else this.drawState(entry, element);
  }

  remove(entry) {
    this.elements.get(entry).remove();
    this.elements.delete(entry);
  }

  /** Nothing of what was shown stays: no line, no file to save, no picture held close. */
  clear() {
    for (const link of this.log.querySelectorAll("a[download]")) URL.revokeObjectURL(link.href);
    this.elements.clear();
    this.log.replaceChildren();
    this.closer.close();
    this.closer.querySelector("img").removeAttribute("src");
  }

  draw(entry, element) {
    if (entry.language) element.lang = entry.language;
    if (entry.from === "zwaan") this.drawZwaan(entry, element);
    else this.drawPerson(entry, element);
  }

  drawZwaan(entry, element) {
    element.className = entry.quiet ? "turn quiet" : "turn zwaan";
    const bubble = make("div", "bubble");
    bubble.append(wear(make("span", "unseen"), "zwaan_says"), " ");
    if (entry.label) bubble.append(make("p", "label", entry.label));
    if (entry.text) bubble.append(this.spoken(entry.text));
    if (LINK.test(entry.text)) bubble.append(this.copier(entry.text));
    for (const picture of entry.pictures || []) bubble.append(this.picture(picture));
    for (const file of entry.files || []) bubble.append(this.file(file));
    element.append(bubble);
    this.drawReplies(entry, element);
  }

  /** What holds a link is to be sent to somebody. */
  copier(text) {
    const pill = wear(button("pill copy", () => copy(text).then(told, () => {})), "copy");
    const told = () => wear(pill, "copied");
    return pill;
  }

  spoken(text) {
    const paragraph = make("p", "text");
    paragraph.append(...withCalls(text));
    return paragraph;
  }

  drawReplies(entry, element) {
    const old = element.querySelector(".replies");
    if (old) old.remove();
    if (!(entry.buttons || []).length) return;
    const replies = nameAs(make("div", "replies"), "replies_label");
    replies.setAttribute("role", "group");
    for (const choice of entry.buttons) {
      const pill = button("pill", () => this.acts.tap(entry, choice));
      pill.textContent = choice.title;
      replies.append(pill);
    }
    element.append(replies);
  }

  drawPerson(entry, element) {
    element.className = entry.kind === "event" ? "turn quiet" : "turn person";
    if (entry.kind !== "event") {
      const bubble = make("div", "bubble");
      bubble.append(wear(make("span", "unseen"), "you_said"), " ", make("p", "text", entry.text));
      element.append(bubble);
    }
    this.drawState(entry, element);
  }

  /** Only what changed is drawn again: a screen reader would read the rest twice. */
  drawState(entry, element) {
    for (const old of element.querySelectorAll(".state, .refusal")) old.remove();
    const refused = entry.state === "refused";
    element.classList.toggle("refused", refused);
    element.hidden = entry.kind === "event" && !refused;
    if (refused) element.append(this.refusal(entry));
    if (entry.state === "sending") setTimeout(() => this.drawMark(entry, element), PATIENCE_MS);
  }

  drawMark(entry, element) {
    if (entry.state !== "sending" || element.querySelector(".state")) return;
    element.append(wear(make("p", "state"), "sending"));
    this.acts.grown();
  }

  refusal(entry) {
    const row = make("div", "refusal");
    const sentence = make("p", "why", entry.error);
    row.append(entry.error ? sentence : wear(sentence, "not_sent"));
    row.append(wear(button("pill", () => this.acts.retry(entry)), "retry"));
    if (entry.kind === "text") {
      row.append(wear(button("pill", () => this.acts.takeBack(entry)), "take_back"));
    }
    return row;
  }

  picture({ data, alt }) {
    if (!data) return wear(make("p", "gone"), "picture_gone");
    const image = make("img");
    image.alt = alt || "";
    image.addEventListener("load", () => this.acts.grown());
    image.src = data;
    const frame = button("picture", () => this.enlarge(image));
    frame.append(image, wear(make("span", "hint"), "picture_enlarge"));
    return frame;
  }

  enlarge(image) {
    const large = this.closer.querySelector("img");
    large.src = image.src;
    large.alt = image.alt;
    const link = this.closer.querySelector("a");
    URL.revokeObjectURL(link.href);
    saveLink(link, image.src, "zwaan.png");
    this.closer.showModal();
  }

  file({ name, data }) {
    try {
      if (data) return saveLink(wear(make("a", "pill file"), "file_save", name), data, name);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // atob: the file came in damaged
    }
    return wear(make("p", "gone"), "file_gone", name);
  }
}
