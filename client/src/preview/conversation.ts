/**
 * What is answered to the page of the topology, and what it is told unasked. Knows neither VS Code nor the protocol: both
 * stand behind `Outside`, so that tests can stand there as well.
 */
import type { Graph } from "../../../server/src/core/topology/graph.ts";
import type { QuestionsResult } from "../../../server/src/lsp/protocol.ts";
import { latest } from "./latest.ts";
import {
  type FromWebview,
  isFromWebview,
  type PageLocale,
  type PageRange,
  type TimelineReport,
  type ToWebview,
} from "./messages.ts";

type Message<Kind extends FromWebview["kind"]> = Extract<FromWebview, { readonly kind: Kind }>;
export type ServerState = Extract<ToWebview, { readonly kind: "server" }>["state"];

/** A place of the text editor. */
export interface Cursor {
  readonly uri: string;
  readonly line: number;
}

/** What the conversation needs. Requests to the server fail while it does not run. */
export interface Outside {
  readonly post: (message: ToWebview) => void;
  readonly locale: () => PageLocale;
  readonly serverState: () => ServerState;
  readonly cursor: () => Cursor | undefined;
  readonly folderNames: () => Readonly<Record<string, string>>;
  readonly graph: () => Promise<Graph>;
  readonly simulate: (message: Message<"simulate">) => Promise<TimelineReport | { readonly error: string }>;
  readonly questions: (message: Message<"ask">) => Promise<QuestionsResult>;
  /** One spelling for all URIs of a file. */
  readonly canonical: (uri: string) => string;
  readonly reveal: (uri: string, range: PageRange) => Promise<void>;
  /** Writes an export; the name of the file, undefined where the person gave it up. */
  readonly save: (message: Message<"save">) => Promise<string | undefined>;
}

export interface Conversation {
  /** The page said something, or somebody in its place. */
  hear(message: unknown): void;
  /** The picture is no longer true. */
  graphChanged(): void;
  cursorMoved(): void;
  serverChanged(): void;
}

export function converse(outside: Outside): Conversation {
  /** Files that the page was told of, as the server spells them. No other one is opened for it. */
  const told = new Map<string, string>();
  const tell = (uri: string) => told.set(outside.canonical(uri), uri);

  const sendGraph = latest<void>(async () => {
    const graph = await answered(outside.graph());
    if (graph === undefined) return;
    for (const uri of filesOf(graph)) tell(uri);
    outside.post({ kind: "graph", graph, locale: outside.locale(), folderNames: outside.folderNames() });
    sendCursor();
  });

  const simulate = latest<Message<"simulate">>(async (message) => {
    const { request } = message;
    const report = await outside.simulate(message).catch((error: unknown) => ({ error: reasonOf(error) }));
    if ("error" in report) {
      outside.post({ kind: "refused", request, text: report.error });
      return;
    }
    for (const { because } of report.explanations) for (const { uri } of because) tell(uri);
    outside.post({ kind: "timeline", request, report });
  });

  const ask = latest<Message<"ask">>(async (message) => {
    const result = await answered(outside.questions(message));
    if (result !== undefined) outside.post({ kind: "answers", ...result });
  });

  function sendServer(): void {
    outside.post({ kind: "server", state: outside.serverState(), locale: outside.locale() });
  }

  function sendCursor(): void {
    const cursor = outside.cursor();
    const uri = cursor && (told.get(outside.canonical(cursor.uri)) ?? cursor.uri);
    outside.post({ kind: "cursor", uri: uri ?? null, line: cursor?.line ?? 0 });
  }

  return {
    hear(message) {
      if (!isFromWebview(message)) return;
      switch (message.kind) {
        case "ready":
          sendServer();
          sendGraph();
          break;
        case "simulate":
          simulate(message);
          break;
        case "ask":
          ask(message);
          break;
        case "reveal":
          if (told.has(outside.canonical(message.uri))) void answered(outside.reveal(message.uri, message.range));
          break;
        case "save":
          void answered(outside.save(message)).then((name) => outside.post({ kind: "saved", name: name ?? null }));
          break;
      }
    },
    graphChanged: () => sendGraph(),
    cursorMoved: sendCursor,
    serverChanged() {
      sendServer();
      // A server that starts anew does not know that somebody looks.
      if (outside.serverState() === "running") sendGraph();
    },
  };
}

/** An answer; undefined where none comes, because the server stops or another one is on its way. */
function answered<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  return answer.catch(() => undefined);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function filesOf({ nodes }: Graph): Set<string> {
  const rows = nodes.flatMap((node) => ("rows" in node ? node.rows : []));
  return new Set([...nodes, ...rows].flatMap(({ sources }) => sources.map(({ uri }) => uri)));
}
