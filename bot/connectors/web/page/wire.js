// The line to the server: what the person says goes out, what Zwaan says comes in.

const REQUEST_LIMIT_MS = 20000;
const LONGEST_PAUSE_S = 30;
const SEEN_PAUSE_MS = 400;
const DOWN_AFTER_MS = 5000;
const HEARTBEAT_LIMIT_MS = 50000;
const LONG_AWAY_MS = 30000;

/**
 * Post once. Gives {stored: true}, {unreachable: true}, or {error, code} when the server refused;
 * error is the server's own sentence, "" when it gave none.
 */
async function post(path, body) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), REQUEST_LIMIT_MS);
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: abort.signal,
    });
    if (answer.ok) return { stored: true };
    const { error = "", code = "" } = await answer.json().catch(() => ({}));
    // A 5xx without a sentence comes from something in between, not from Zwaan: try again.
    return !error && answer.status >= 500 ? { unreachable: true } : { error, code };
  } catch {
    return { unreachable: true };
  } finally {
    clearTimeout(timer);
  }
}

/** Sends what waits in the transcript, one at a time, in order, until it has arrived. */
export class Outbox {
  /** changed(entry): its state is another. refused(code): the server said no. */
  constructor(transcript, { changed, refused }) {
    Object.assign(this, { transcript, changed, refused, busy: false, failures: 0, wake: () => {} });
    window.addEventListener("online", () => this.hurry());
  }

  /** Is something that the person said still here, while it does not get through? */
  get struggling() {
    const waits = (entry) => entry.state === "sending" && entry.kind !== "event";
    return this.failures > 0 && this.transcript.entries.some(waits);
  }

  /** Skip the pause between two tries. */
  hurry() {
    this.wake();
  }

  async send() {
    if (this.busy) return;
    this.busy = true;
    for (let entry = this.transcript.unsent; entry; entry = this.transcript.unsent) {
      await this.deliver(entry);
    }
    this.busy = false;
  }

  async deliver(entry) {
    const { key, kind, content, language } = entry;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const said = { key, kind, content, locale: language, zone: timeZone };
    const outcome = await post("/messages", said);
    if (outcome.unreachable) return this.pause();
    this.failures = 0;
    entry.state = outcome.stored ? "sent" : "refused";
    entry.error = outcome.error;
    this.transcript.save();
    this.changed(entry);
    if (!outcome.stored) this.refused(outcome.code);
  }

  /** 1, 2, 4 … 30 seconds. */
  pause() {
    const seconds = Math.min(2 ** this.failures, LONGEST_PAUSE_S);
    this.failures += 1;
    return new Promise((wake) => {
      this.wake = wake;
      setTimeout(wake, seconds * 1000);
    });
  }
}

/** Tells the server up to which message all is on the screen. */
export class Seen {
  constructor(transcript, { refused }) {
    Object.assign(this, { transcript, refused, timer: 0 });
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), SEEN_PAUSE_MS);
  }

  /** A failure needs no second try: the server repeats what it has not heard of. */
  async now() {
    const { code } = await post("/seen", { id: this.transcript.highest });
    if (code) this.refused(code);
  }
}

/** What comes in. Handlers: message(data), typing(on), awake(flag), down(flag), lost(). */
export class Stream {
  constructor(handlers) {
    Object.assign(this, { handlers, source: null, failures: 0, downTimer: 0, beatTimer: 0 });
    this.hiddenSince = 0;
    window.addEventListener("online", () => this.open());
    document.addEventListener("visibilitychange", () => this.comeBack());
  }

  open() {
    clearTimeout(this.reopenTimer);
    clearTimeout(this.beatTimer);
    if (this.source) this.source.close();
    const source = new EventSource("/events");
    this.source = source;
    const { message, typing, awake } = this.handlers;
    source.onopen = () => this.up();
    source.onerror = () => this.failed();
    this.on("message", message);
    this.on("typing", (data) => typing(data.on));
    this.on("status", (data) => awake(data.awake));
    this.on("ping", () => {});
    this.beat();
    this.countDown();
  }

  /** Whatever comes in shows that the line lives. */
  on(name, act) {
    this.source.addEventListener(name, (event) => {
      this.beat();
      act(JSON.parse(event.data));
    });
  }

  /** A new line begins with Zwaan awake and not typing; the server says what is otherwise. */
  up() {
    this.failures = 0;
    clearTimeout(this.downTimer);
    this.downTimer = 0;
    this.handlers.down(false);
    this.handlers.awake(true);
    this.handlers.typing(false);
  }

  failed() {
    this.countDown();
    this.handlers.typing(false);
    // While it connects again by itself the browser needs no help; when it gave up, it does.
    if (this.source.readyState !== EventSource.CLOSED) return;
    const seconds = Math.min(2 ** this.failures, LONGEST_PAUSE_S);
    this.failures += 1;
    clearTimeout(this.reopenTimer);
    this.reopenTimer = setTimeout(() => this.open(), seconds * 1000);
    this.handlers.lost();
  }

  countDown() {
    this.downTimer = this.downTimer || setTimeout(() => this.handlers.down(true), DOWN_AFTER_MS);
  }

  /**
   * A phone that changes networks leaves a dead line that looks open. The server says something
   * every 15 seconds, if only a ping; when it doesn't, take a new line.
   */
  beat() {
    clearTimeout(this.beatTimer);
    this.beatTimer = setTimeout(() => this.open(), HEARTBEAT_LIMIT_MS);
  }

  /** After a while in the background the line may be dead without a word: take a new one. */
  comeBack() {
    if (document.hidden) {
      this.hiddenSince = Date.now();
    } else if (Date.now() - this.hiddenSince > LONG_AWAY_MS) {
      this.open();
    }
  }
}
