// Keeps the newest in sight, unless the person is reading further up.

import { wear } from "./words.js";

const NEAR_PX = 80;
const BURST_MS = 1500; // messages this close together are read as one
const MARGIN_PX = 12; // between the header and the first line of what is new

export class Follow {
  /** head stays in place at the top of scroller, where there is room; pill leads to the end. */
  constructor(scroller, head, pill) {
    Object.assign(this, { scroller, head, pill, first: null, last: 0, place: 0 });
    scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    pill.addEventListener("click", () => this.toEnd());
    new ResizeObserver(() => this.keep()).observe(scroller);
    if (window.visualViewport) {
      window.visualViewport.addEventListener("resize", () => this.fit());
      window.visualViewport.addEventListener("scroll", () => this.fit());
    }
    this.atEnd = true;
  }

  get gap() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.place = this.scroller.scrollTop;
    this.settle();
  }

  /** The person did something: what comes next begins at this element. */
  begin(element) {
    this.first = element;
    this.last = Date.now();
    this.toEnd();
  }

  /** What stood here is gone. */
  reset() {
    this.first = null;
    this.toEnd();
  }

  /** Something new stands at the end. A long run shows from its first line, not its last. */
  came(element) {
    const now = Date.now();
    const burst = this.first && now - this.last < BURST_MS;
    if (!burst && !this.atEnd) {
      this.point("new_message");
      return;
    }
    if (!burst) this.first = element;
    this.last = now;
    this.show();
  }

  /** Scroll towards the end, but never past the first line of what is new. */
  show() {
    if (!this.first) return;
    const { scroller, head } = this;
    const sticky = getComputedStyle(head).position === "sticky";
    const top = scroller.getBoundingClientRect().top + (sticky ? head.offsetHeight : 0) + MARGIN_PX;
    const start = scroller.scrollTop + this.first.getBoundingClientRect().top - top;
    const end = scroller.scrollHeight - scroller.clientHeight;
    scroller.scrollTop = Math.max(scroller.scrollTop, Math.min(start, end));
    this.place = scroller.scrollTop;
    this.settle();
    if (!this.atEnd) this.point("more_below");
  }

  point(key) {
    wear(this.pill, key).hidden = false;
  }

  /** A picture came in late, or the keyboard did. */
  keep() {
    if (this.atEnd) this.toEnd();
  }

  grown() {
    if (this.first && Date.now() - this.last < BURST_MS) this.show();
    else this.keep();
  }

  scrolled() {
    if (this.scroller.scrollTop < this.place - 4) this.first = null; // reading back: leave it be
    this.place = this.scroller.scrollTop;
    this.settle();
  }

  settle() {
    this.atEnd = this.gap < NEAR_PX;
    if (this.atEnd) this.pill.hidden = true;
  }

  /** On iPhones the keyboard lies over the page; the visible part is what we have. */
  fit() {
    const { height, offsetTop, scale } = window.visualViewport;
    if (scale > 1.01) return; // zoomed in by hand: leave the layout alone
    const root = document.documentElement.style;
    const covered = window.innerHeight - height > 1;
    root.setProperty("--seen-height", covered ? `${height}px` : "");
    root.setProperty("--seen-top", covered ? `${offsetTop}px` : "");
    this.keep();
  }
}
