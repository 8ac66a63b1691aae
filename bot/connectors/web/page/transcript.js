// What was said in this tab, and what is still to be sent. It lives in sessionStorage: a reload
// brings it back, closing the tab clears it.
//
// An entry is one of two:
//   {from: "zwaan", id, text, label, quiet, buttons, pictures, files, language}
//   {from: "person", key, kind, text, content, language, state, error}
// kind is "text", "tap" or "event"; state is "sending", "sent" or "refused".

const TRANSCRIPT = "zwaan.transcript";
const DRAFT = "zwaan.draft";
const MOST_ENTRIES = 400;
const MOST_CHARACTERS = 1500000; // browsers give about 5 million; pictures are the bulk of it

/** A new message key. randomUUID is missing on plain http and in old browsers. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function read(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null; // storage is switched off: the tab then remembers only while it is open
  }
}

function write(name, value) {
  try {
    sessionStorage.setItem(name, value);
    return true;
  } catch {
    return false; // full, or switched off
  }
}

export const draft = {
  read: () => read(DRAFT) || "",
  write: (text) => write(DRAFT, text),
};

export class Transcript {
  constructor() {
    this.entries = [];
    this.language = ""; // "" until somebody or something chose one
    this.forgotten = 0; // the highest message id that was trimmed away
    try {
      Object.assign(this, JSON.parse(read(TRANSCRIPT) || "{}"));
    } catch {
      write(TRANSCRIPT, ""); // unreadable: begin clean rather than not at all
    }
  }

  /** Is this message of Zwaan's already here, or was it? */
  has(id) {
    return id <= this.forgotten || this.entries.some((entry) => entry.id === id);
  }

  /** The highest message id shown so far; 0 when none was. */
  get highest() {
    return this.entries.reduce((most, entry) => Math.max(most, entry.id || 0), this.forgotten);
  }

  /** The next entry that has to go out, oldest first. */
  get unsent() {
    return this.entries.find((entry) => entry.state === "sending");
  }

  add(entry) {
    this.entries.push(entry);
    this.save();
    return entry;
  }

  remove(entry) {
    this.entries = this.entries.filter((other) => other !== entry);
    this.save();
  }

  /** Write it down, lighter if it no longer fits. */
  save() {
    while (this.entries.length > MOST_ENTRIES && this.dropOldest());
    for (;;) {
      const text = JSON.stringify(this);
      if (text.length <= MOST_CHARACTERS && write(TRANSCRIPT, text)) return;
      if (!this.dropAttachment() && !this.dropOldest()) return;
    }
  }

  /** Forget all that was said. Words that are still to go out stay, or they would be lost. */
  empty() {
    this.forgotten = this.highest;
    this.entries = this.entries.filter(({ kind, state }) => kind === "text" && state === "sending");
    this.save();
  }

  clear() {
    this.entries = [];
    try {
      sessionStorage.removeItem(TRANSCRIPT);
    } catch {
      // Storage is switched off: there was nothing to clear.
    }
  }

  /** Pictures and files go first, the oldest first: they can be asked for again. */
  dropAttachment() {
    for (const entry of this.entries) {
      for (const attachment of [...(entry.pictures || []), ...(entry.files || [])]) {
        if (attachment.data) {
          attachment.data = "";
          return true;
        }
      }
    }
    return false;
  }

  /** What a person typed and was not sent yet never goes. */
  dropOldest() {
    const place = this.entries.findIndex((entry) => !entry.state || entry.state === "sent");
    if (place < 0 || place === this.entries.length - 1) return false;
    const [gone] = this.entries.splice(place, 1);
    this.forgotten = Math.max(this.forgotten, gone.id || 0);
    return true;
  }
}
