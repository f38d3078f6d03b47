/**
 * A language client over standard input and output, made for measuring: a message's time is taken when its last byte
 * is here, before it is parsed. All times are milliseconds.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Answer {
  /** When it was here, on the clock of `performance.now`. */
  readonly at: number;
  /** From the call to the answer. */
  readonly took: number;
  readonly result: unknown;
}

export interface Diagnostics {
  readonly at: number;
  readonly count: number;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly { readonly section?: string }[]; readonly diagnostics?: unknown[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** MiB. */
export interface Memory {
  readonly now: number;
  readonly peak: number;
}

export interface ClientOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** What the server gets when it asks for configuration. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A server that is silent for so long is taken for dead. */
const patience = 120_000;
/** What of a server's last words is kept, in characters. */
const longestComplaint = 4000;

export class Client {
  readonly #process: ChildProcess;
  readonly #started = performance.now();
  readonly #settings: Readonly<Record<string, unknown>>;
  readonly #requests = new Map<number, Waiting<Answer> & { readonly sent: number }>();
  readonly #diagnostics: Waiting<Diagnostics>[] = [];
  readonly #ended: Promise<void>;
  #lastId = 0;
  #complaint = "";

  constructor(args: readonly string[], options: ClientOptions) {
    this.#settings = options.settings;
    const env = { ...process.env, ...options.environment };
    this.#process = spawn(process.execPath, args, { stdio: "pipe", env });
    this.#ended = new Promise((resolve) => {
      this.#process.once("exit", (code) => {
        const error = new Error(`${args.join(" ")} ended with status ${code}\n${this.#complaint}`);
        for (const waiting of [...this.#requests.values(), ...this.#diagnostics]) waiting.reject(error);
        resolve();
      });
    });
    this.#process.stdin?.on("error", () => undefined);
    this.#process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-longestComplaint);
    });
    const frames = new Frames((body, at) => this.#receive(JSON.parse(body.toString()) as Message, at));
    this.#process.stdout?.on("data", (chunk: Buffer) => frames.add(chunk));
  }

  /** From the start of the process to the answer of `initialize`. */
  async initialize(options: object, pull: boolean): Promise<number> {
    const textDocument = {
      publishDiagnostics: { relatedInformation: true, versionSupport: true },
      hover: { contentFormat: ["markdown", "plaintext"] },
      completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      ...(pull ? { diagnostic: { dynamicRegistration: false } } : {}),
    };
    const workspace = { configuration: true, didChangeConfiguration: { dynamicRegistration: false } };
    const { at } = await this.request("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      initializationOptions: options,
      capabilities: { workspace, textDocument },
    });
    this.notify("initialized", {});
    this.notify("workspace/didChangeConfiguration", { settings: this.#settings });
    return at - this.#started;
  }

  request(method: string, params: unknown): Promise<Answer> {
    const id = ++this.#lastId;
    const sent = performance.now();
    return this.#within(method, (waiting) => {
      this.#requests.set(id, { ...waiting, sent });
      this.#send({ id, method, params });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** The next diagnostics that the server pushes. */
  pushed(): Promise<Diagnostics> {
    return this.#within("diagnostics", (waiting) => this.#diagnostics.push(waiting));
  }

  memory(): Memory {
    const status = readFileSync(`/proc/${this.#process.pid}/status`, "utf8");
    const mebibytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
    return { now: mebibytes("VmRSS"), peak: mebibytes("VmHWM") };
  }

  async stop(): Promise<void> {
    await Promise.race([this.request("shutdown", undefined).catch(() => undefined), pause(2000)]);
    this.notify("exit", undefined);
    await Promise.race([this.#ended, pause(1000)]);
    this.#process.kill("SIGKILL");
  }

  #within<T>(what: string, begin: (waiting: Waiting<T>) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${what}: no answer within ${patience} ms`)), patience);
      timer.unref();
      const done = (value: T) => {
        clearTimeout(timer);
        resolve(value);
      };
      begin({ resolve: done, reject });
    });
  }

  #receive(message: Message, at: number): void {
    const { id, method } = message;
    if (method === undefined) {
      const request = this.#requests.get(id ?? -1);
      this.#requests.delete(id ?? -1);
      if (message.error !== undefined) request?.reject(new Error(message.error.message));
      else request?.resolve({ at, took: at - request.sent, result: message.result });
    } else if (id !== undefined) {
      const sections = message.params?.items?.map((item) => this.#settings[item.section ?? ""] ?? null);
      this.#send({ id, result: method === "workspace/configuration" ? sections : null });
    } else if (method === "textDocument/publishDiagnostics") {
      const count = message.params?.diagnostics?.length ?? 0;
      for (const waiting of this.#diagnostics.splice(0)) waiting.resolve({ at, count });
    }
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#process.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }
}

/** Cuts a stream of bytes into message bodies. */
class Frames {
  readonly #take: (body: Buffer, at: number) => void;
  #chunks: Buffer[] = [];
  #length = 0;
  /** Bytes of the body that is under way; undefined while its header is. */
  #wanted: number | undefined;

  constructor(take: (body: Buffer, at: number) => void) {
    this.#take = take;
  }

  add(chunk: Buffer): void {
    const at = performance.now();
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#header() && this.#length >= (this.#wanted ?? 0)) {
      const all = Buffer.concat(this.#chunks);
      const body = all.subarray(0, this.#wanted);
      this.#keep(all.subarray(body.length));
      this.#wanted = undefined;
      this.#take(body, at);
    }
  }

  /** Reads the header, if that has not happened; returns whether it is read. */
  #header(): boolean {
    if (this.#wanted !== undefined) return true;
    const all = Buffer.concat(this.#chunks);
    const end = all.indexOf("\r\n\r\n");
    if (end < 0) return false;
    this.#wanted = Number(/Content-Length: *(\d+)/i.exec(all.toString("latin1", 0, end))?.[1]);
    this.#keep(all.subarray(end + 4));
    return true;
  }

  #keep(rest: Buffer): void {
    this.#chunks = [rest];
    this.#length = rest.length;
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
