/** One server with one document, from its start to its end; milliseconds and MiB. */
import { median, quantile } from "../stats.ts";
import { Client, type Diagnostics, pause } from "./client.ts";
import type { Server } from "./servers.ts";

/** What is measured in a session. A server that cannot do a thing has no number for it. */
export interface Measured {
  readonly [metric: string]: number | undefined;
}

/** Metrics in the order in which they are shown: name and unit. */
export const sessionMetrics: readonly (readonly [string, string])[] = [
  ["initialize", "ms"],
  ["open → diagnostics", "ms"],
  ["type a letter → diagnostics", "ms"],
  ["… 95th percentile", "ms"],
  ["type into a name → diagnostics", "ms"],
  ["new line → diagnostics", "ms"],
  ["a brace too many → diagnostics", "ms"],
  ["hover", "ms"],
  ["completion", "ms"],
  ["type a letter → completion", "ms"],
  ["semantic tokens of a screen", "ms"],
  ["type → all that an editor asks", "ms"],
  ["memory, open", "MiB"],
  ["memory, peak", "MiB"],
];

export interface SessionOptions {
  readonly text: string;
  /** How often each edit is made and taken back, and how many hovers and completions are asked for. */
  readonly repeat: number;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Between two edits; who types is slower, but the server is idle in between. */
const gap = 10;

export async function session(server: Server, { text, repeat }: SessionOptions): Promise<Measured> {
  const client = new Client(server.args, { environment: server.environment, settings: server.settings });
  try {
    const initialize = await client.initialize(server.initializationOptions, server.pull);
    // An editor has its own work between its start and the first file.
    await pause(50);
    const run = new Session(client, server, text);
    const open = await run.open();
    await pause(200);
    const opened = client.memory().now;
    const letters = await run.edits(server.mistake, "x", 2 * repeat);
    const measured = {
      initialize,
      "open → diagnostics": open,
      "type a letter → diagnostics": median(letters),
      "… 95th percentile": quantile(letters, 0.95),
      "type into a name → diagnostics": median(await run.edits(server.rename, "x", repeat)),
      "new line → diagnostics": median(await run.edits(server.lineEnd, "\n", repeat)),
      "a brace too many → diagnostics": median(await run.edits(server.lineEnd, "\n}", repeat)),
      hover: median(await run.ask("textDocument/hover", repeat)),
      completion: median(await run.ask("textDocument/completion", repeat)),
      "type a letter → completion": median(await run.typing(repeat)),
      "semantic tokens of a screen": server.pull ? undefined : median(await run.screens(repeat)),
      "type → all that an editor asks": median(await run.editorRounds(Math.ceil(repeat / 4))),
    };
    return { ...measured, "memory, open": opened, "memory, peak": client.memory().peak };
  } finally {
    await client.stop();
  }
}

class Session {
  readonly #client: Client;
  readonly #server: Server;
  readonly #text: string;
  readonly #lines: readonly string[];
  readonly #textDocument: { readonly uri: string };
  #version = 1;
  /** Diagnostics of the document as it is. */
  #clean = 0;

  constructor(client: Client, server: Server, text: string) {
    this.#client = client;
    this.#server = server;
    this.#text = text;
    this.#lines = text.split("\n");
    this.#textDocument = { uri: server.uri };
  }

  async open(): Promise<number> {
    const { uri, languageId } = this.#server;
    const from = performance.now();
    const { at, count } = await this.#diagnostics(() =>
      this.#client.notify("textDocument/didOpen", {
        textDocument: { uri, languageId, version: this.#version, text: this.#text },
      }),
    );
    this.#clean = count;
    if (count > 0 && !this.#isEcho())
      console.warn(`${this.#server.name}: the document is not clean, ${count} diagnostics`);
    return at - from;
  }

  /** Inserts after the middlemost `anchor` and takes it away, in turns; a diagnostic must come and go with `mistake`. */
  async edits(anchor: string | undefined, inserted: string, count: number): Promise<number[]> {
    if (anchor === undefined) return [];
    const place = this.#place(anchor);
    const times: number[] = [];
    for (let number = 0; number < count; number++) {
      const mistake = number % 2 === 0;
      const from = performance.now();
      const found = await this.#diagnostics(() => this.#edit(place, inserted, mistake));
      times.push(found.at - from);
      if (anchor === this.#server.mistake && !this.#isEcho() && found.count > this.#clean !== mistake) {
        throw new Error(`${this.#server.name}: ${found.count} diagnostics after ${JSON.stringify(anchor + inserted)}`);
      }
      await pause(gap);
    }
    if (count % 2 === 1) await this.#diagnostics(() => this.#edit(place, inserted, false));
    return times;
  }

  /** Asks at words all over the document. */
  async ask(method: string, count: number): Promise<number[]> {
    const times: number[] = [];
    for (const position of this.#words(count)) {
      times.push((await this.#client.request(method, { textDocument: this.#textDocument, position })).took);
    }
    return times;
  }

  /** A letter, and at once the question what may stand there. */
  async typing(count: number): Promise<number[]> {
    const place = this.#place(this.#server.mistake);
    const times: number[] = [];
    for (let number = 0; number < 2 * Math.ceil(count / 2); number++) {
      const from = performance.now();
      this.#edit(place, "x", number % 2 === 0);
      const textDocument = this.#textDocument;
      const { at } = await this.#client.request("textDocument/completion", { textDocument, position: place });
      times.push(at - from);
      await pause(gap);
    }
    return times;
  }

  /** Tokens of sixty lines in the middle. */
  async screens(count: number): Promise<number[]> {
    const { line } = this.#place(this.#server.mistake);
    const range = { start: { line, character: 0 }, end: { line: line + 60, character: 0 } };
    const times: number[] = [];
    for (let number = 0; number < count; number++) {
      const params = { textDocument: this.#textDocument, range };
      times.push((await this.#client.request("textDocument/semanticTokens/range", params)).took);
    }
    return times;
  }

  /** An edit and everything that VS Code asks after one: symbols, folds, links, tokens. */
  async editorRounds(count: number): Promise<number[]> {
    const textDocument = this.#textDocument;
    const place = this.#place(this.#server.mistake);
    const tokens = "textDocument/semanticTokens/full";
    const ask = (method: string, params = {}) => this.#client.request(method, { textDocument, ...params });
    let last = this.#server.pull ? undefined : ((await ask(tokens)).result as { resultId: string });
    const times: number[] = [];
    for (let number = 0; number < 2 * Math.ceil(count / 2); number++) {
      const from = performance.now();
      const questions = [() => ask("textDocument/documentSymbol"), () => ask("textDocument/foldingRange")];
      questions.push(() => ask("textDocument/documentLink"));
      const previousResultId = last?.resultId;
      const pushed = this.#diagnostics(() => this.#edit(place, "x", number % 2 === 0));
      const delta = previousResultId === undefined ? undefined : ask(`${tokens}/delta`, { previousResultId });
      const answers = await Promise.all([pushed, ...questions.map((question) => question())]);
      const changed = await delta;
      if (changed !== undefined) last = changed.result as { resultId: string };
      times.push(Math.max(...answers.map((answer) => answer.at), changed?.at ?? 0) - from);
      await pause(gap);
    }
    return times;
  }

  /** The diagnostics after an action: those that the server pushes, or those that it is asked for. */
  async #diagnostics(act: () => void): Promise<Diagnostics> {
    if (!this.#server.pull) {
      const pushed = this.#client.pushed();
      act();
      return pushed;
    }
    act();
    const { at, result } = await this.#client.request("textDocument/diagnostic", { textDocument: this.#textDocument });
    return { at, count: (result as { items: readonly unknown[] }).items.length };
  }

  #edit(start: Position, inserted: string, insert: boolean): void {
    const lines = inserted.split("\n");
    const last = lines.at(-1)?.length ?? 0;
    const line = start.line + lines.length - 1;
    const end = insert ? start : { line, character: lines.length > 1 ? last : start.character + last };
    this.#client.notify("textDocument/didChange", {
      textDocument: { ...this.#textDocument, version: ++this.#version },
      contentChanges: [{ range: { start, end }, text: insert ? inserted : "" }],
    });
  }

  /** The end of the first `anchor` in the second half of the text, or of the last one before. */
  #place(anchor: string): Position {
    const half = this.#lines.length >> 1;
    const below = this.#lines.findIndex((text, number) => number >= half && text.includes(anchor));
    const line = below >= 0 ? below : this.#lines.findLastIndex((text) => text.includes(anchor));
    if (line < 0) throw new Error(`${this.#server.name}: the document has no ${JSON.stringify(anchor)}`);
    return { line, character: (this.#lines[line] ?? "").indexOf(anchor) + anchor.length };
  }

  #words(count: number): Position[] {
    const found: Position[] = [];
    for (let number = 0; found.length < count && number < 3 * count; number++) {
      const line = Math.floor(((number + 0.5) * this.#lines.length) / (3 * count));
      const word = /[A-Za-z_]{3,}/.exec(this.#lines[line] ?? "");
      if (word !== null) found.push({ line, character: word.index + 2 });
    }
    return found;
  }

  #isEcho(): boolean {
    return this.#server.name === "empty server";
  }
}
