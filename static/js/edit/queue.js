// What has been typed and is not yet on the server, and what the server is known to hold. Pure: it
// sends nothing itself. One batch flies at a time and keeps its number until it is answered, so a
// retry is the same save to the server.

export class Queue {
  constructor(client) {
    this.client = client;
    this.seq = 0;
    this.known = new Map(); // key → value the server held when last heard of
    this.waiting = new Map(); // key → value typed since
    this.pasted = new Set(); // of the waiting, those that were pasted
    this.choices = new Map(); // key → {over, prefer}: of the waiting, texts whose conflict was settled
    this.flying = null; // {client, seq, changes}
    this.earlier = []; // batches that an earlier page sent and had no answer to
    this.held = new Map(); // key → {state: "refused" | "conflict", …}, until it is changed or settled
  }

  // The page shows the value, as the server has it.
  see(key, value) { this.known.set(key, value); }

  // source: "pasted" or any other, which all count as typed.
  put(key, now, source = "typed") {
    if (source === "pasted") this.pasted.add(key);
    else this.pasted.delete(key);
    const held = this.held.get(key);
    if (held && held.state === "conflict") {
      held.mine = now;
      return;
    }
    this.held.delete(key);
    // Whoever writes on after he took the other's text has not chosen about the new words.
    if (this.choices.has(key) && this.choices.get(key).prefer === "theirs") this.choices.delete(key);
    if (same(now, this.expected(key)) && !this.choices.has(key)) this.waiting.delete(key);
    else this.waiting.set(key, now);
  }

  // A total that was pasted is sent even where it stands already, so that it is not summed over.
  give(key, was, now) {
    this.held.delete(key);
    this.known.set(key, was);
    this.pasted.add(key);
    this.waiting.set(key, now);
  }

  // What no server would take stays here; message: why, in words.
  refuse(key, mine, message) {
    this.waiting.delete(key);
    this.held.set(key, { state: "refused", message, mine });
  }

  // A batch that an earlier page could not finish goes first, under its own name: if it had arrived
  // after all, it is answered and not saved again.
  resume(batch) { this.earlier.push(batch); }

  // Sent, or about to be sent again, and not answered: in the order of sending.
  batches() { return this.flying ? [this.flying, ...this.earlier] : [...this.earlier]; }

  // What the server will hold once all that was sent has arrived.
  expected(key) {
    const sent = this.batches().filter(({ changes }) => key in changes);
    return sent.length ? sent[sent.length - 1].changes[key].now : this.known.get(key);
  }

  // The batch to send: the flying one again, or what waits; null when there is nothing. A batch has
  // one source, typed or pasted; what has waited longest decides which goes first.
  take() {
    if (!this.flying && this.earlier.length) this.flying = this.earlier.shift();
    if (this.flying) return this.flying;
    if (!this.waiting.size) return null;
    const keys = [...this.waiting.keys()];
    const pasted = this.pasted.has(keys[0]);
    const changes = {};
    for (const key of keys.filter((one) => this.pasted.has(one) === pasted)) {
      const change = { was: valueOf(this.known.get(key)), now: this.waiting.get(key) };
      changes[key] = Object.assign(change, this.choices.get(key));
      this.waiting.delete(key);
      this.choices.delete(key);
    }
    this.seq += 1;
    this.flying = { client: this.client, seq: this.seq, changes };
    if (pasted) this.flying.source = "pasted";
    return this.flying;
  }

  // The server has answered the flying batch key by key.
  done(answers) {
    const { changes, source } = this.flying;
    this.flying = null;
    for (const key of Object.keys(changes)) this.settle(key, changes[key].now, answers[key], source);
  }

  settle(key, sent, answer, source) {
    if (answer.state === "saved") this.known.set(key, answer.value);
    // Whoever typed on did so on top of what was sent, not on top of the merged text.
    else if (answer.state === "merged") this.known.set(key, sent);
    else this.hold(key, sent, answer, source);
  }

  hold(key, sent, answer, source) {
    const newer = this.waiting.get(key);
    if (answer.state === "refused" && newer !== undefined) return;
    this.waiting.delete(key);
    const mine = newer === undefined ? sent : newer;
    this.held.set(key, Object.assign({}, answer, { mine, source }));
  }

  // One of the two choices of a conflict.
  keepMine(key) {
    const { value, mine, source } = this.held.get(key);
    this.held.delete(key);
    this.known.set(key, value);
    this.put(key, mine, source);
  }

  // The same two choices about a text: only the paragraphs that both have changed are chosen
  // between, which the server does. prefer: "mine" or "theirs".
  choose(key, prefer) {
    const { value, mine } = this.held.get(key);
    this.held.delete(key);
    this.choices.set(key, { over: value, prefer });
    this.waiting.set(key, mine);
  }

  takeTheirs(key) {
    const { value } = this.held.get(key);
    this.held.delete(key);
    this.known.set(key, value);
    return value;
  }

  // Everything that would be lost if the page closed now, with what the page had seen, and that it
  // was pasted: {key: {was, now, source?}}.
  unsent() {
    const lost = {};
    const add = (key, now, source) => {
      lost[key] = { was: valueOf(this.known.get(key)), now };
      if (source === "pasted") lost[key].source = source;
    };
    for (const { changes, source } of this.batches()) for (const key of Object.keys(changes)) add(key, changes[key].now, source);
    for (const [key, held] of this.held) add(key, held.mine, held.source);
    for (const [key, now] of this.waiting) add(key, now, this.pasted.has(key) ? "pasted" : "typed");
    return lost;
  }

  get isIdle() { return !this.flying && !this.earlier.length && !this.waiting.size; }

  state(key) {
    if (this.held.has(key)) return this.held.get(key).state;
    if (this.waiting.has(key)) return "waiting";
    return this.batches().some(({ changes }) => key in changes) ? "saving" : "saved";
  }
}

function valueOf(value) { return value === undefined ? null : value; }

// Blank is blank, however it is written down.
function same(a, b) {
  return (a === undefined || a === "" ? null : a) === (b === undefined || b === "" ? null : b);
}
