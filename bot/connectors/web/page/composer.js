// The box that people type in: it grows, keeps its draft, counts near the limit, and sends.

import { draft } from "./transcript.js";
import { wear } from "./words.js";

export const MOST_CHARACTERS = 20000; // the same as in bot/gateway/intake.py
const COUNT_FROM = 200; // characters left when the counter appears

/** On a phone Enter makes a new line, as it does in other chats; a keyboard sends with it. */
export const byTouch = window.matchMedia("(pointer: coarse)").matches;

export class Composer {
  /** send(text) gets trimmed text of 1 to MOST_CHARACTERS characters. */
  constructor(send) {
    this.form = document.getElementById("composer");
    this.box = document.getElementById("box");
    this.button = document.getElementById("send");
    this.limit = document.getElementById("limit");
    this.send = send;
    this.box.value = draft.read() || this.box.value;
    this.box.enterKeyHint = byTouch ? "enter" : "send";
    this.box.addEventListener("input", () => this.changed());
    this.box.addEventListener("keydown", (event) => this.pressed(event));
    this.form.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("resize", () => this.grow());
    // Pressing send must not take the focus, or a phone's keyboard goes down and up again.
    this.button.addEventListener("mousedown", (event) => event.preventDefault());
    this.button.disabled = false;
    this.changed();
  }

  get text() {
    return this.box.value.trim();
  }

  focus() {
    this.box.focus({ preventScroll: true });
  }

  /** Put text back, before what stands there already. */
  restore(text) {
    this.box.value = [text, this.box.value].filter(Boolean).join("\n");
    this.changed();
    this.focus();
  }

  changed() {
    draft.write(this.box.value);
    this.grow();
    const left = MOST_CHARACTERS - this.text.length;
    this.button.setAttribute("aria-disabled", String(!this.text || left < 0));
    this.box.setAttribute("aria-invalid", String(left < 0));
    const key = left < 0 ? "characters_over" : left > COUNT_FROM ? "" : "characters_left";
    wear(this.limit, key, String(Math.abs(left)));
  }

  grow() {
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight + 2}px`; // 2: the border
  }

  pressed(event) {
    // isComposing: this Enter picks a word from an input method, it does not end the message.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || byTouch) return;
    this.submit(event);
  }

  submit(event) {
    event.preventDefault();
    const text = this.text;
    if (!text || text.length > MOST_CHARACTERS) return;
    this.send(text);
    this.box.value = "";
    this.changed();
    this.focus();
  }
}
