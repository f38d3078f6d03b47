/**
 * What the topology panel and its web page say to each other. Both sides check what comes: the page because a frame may
 * be posted to by others, the panel because the page shows what strangers wrote. Plain values that go through JSON.
 */
import type { AnswerReport } from "../../../server/src/core/features/simulation/answers.ts";
import type { SimulationReport } from "../../../server/src/core/features/simulation/report.ts";
import type { Locale } from "../../../server/src/core/text/localized.ts";
import type { Graph } from "../../../server/src/core/topology/graph.ts";

/** In which of our two languages the page speaks. */
export type PageLocale = Locale;

/** Lines of a file, zero-based, characters in UTF-16. */
export interface PageRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** The result of a simulation, as the server tells it. Times in milliseconds. */
export type TimelineReport = SimulationReport<{ readonly uri: string; readonly range: PageRange }>;

/** A ready question with its answer. */
export type QuestionAnswer = AnswerReport;

/** What the panel says to the page. */
export type ToWebview =
  /** All that is drawn; again after each change of the files. `folderNames` are names of workspace folders by their URIs. */
  | {
      readonly kind: "graph";
      readonly graph: Graph;
      readonly locale: PageLocale;
      readonly folderNames: Readonly<Record<string, string>>;
    }
  /** The answer to "simulate" with the same number. */
  | { readonly kind: "timeline"; readonly request: number; readonly report: TimelineReport }
  /** The simulation with that number cannot be run, and why. */
  | { readonly kind: "refused"; readonly request: number; readonly text: string }
  /** `left` says why there are none: too many hosts to answer for all of them at once. */
  | { readonly kind: "answers"; readonly answers: readonly QuestionAnswer[]; readonly left?: string }
  /** Where the cursor of the text editor stands; null where no text is open. */
  | { readonly kind: "cursor"; readonly uri: string | null; readonly line: number }
  /** Whether the language server answers. What is drawn stays while it does not. */
  | { readonly kind: "server"; readonly state: "starting" | "running" | "stopped"; readonly locale: PageLocale }
  /** An export has been written, or given up. */
  | { readonly kind: "saved"; readonly name: string | null };

/** What the page says to the panel. */
export type FromWebview =
  /** It listens now. Asked for once at the start, and answered with "server" and "graph". */
  | { readonly kind: "ready" }
  /** `uri`: a file of a host of the cluster that it is about; without it all clusters. */
  | {
      readonly kind: "simulate";
      readonly request: number;
      readonly events: readonly string[];
      readonly until?: number;
      readonly uri?: string;
    }
  /** For the ready questions. */
  | { readonly kind: "ask"; readonly uri?: string }
  | { readonly kind: "reveal"; readonly uri: string; readonly range: PageRange }
  /** `name` has no extension; `data` is a text, for "png" in base64. */
  | { readonly kind: "save"; readonly format: ExportFormat; readonly name: string; readonly data: string };

export type ExportFormat = "svg" | "png" | "mermaid";

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

/** What each message must hold. */
const toWebview: Readonly<Record<ToWebview["kind"], Readonly<Record<string, Check>>>> = {
  graph: {
    graph: shape({ nodes: isArray, edges: isArray, clusters: isArray, problems: isFields, daemons: isArray }),
    locale: isLocale,
    folderNames: isFields,
  },
  timeline: {
    request: isNumber,
    report: shape({ virtualAddresses: isArray, instances: isArray, explanations: isArray, races: isArray }),
  },
  refused: { request: isNumber, text: isString },
  answers: { answers: isArray, left: or(isString, isMissing) },
  cursor: { uri: or(isString, isNull), line: isNumber },
  server: { state: oneOf("starting", "running", "stopped"), locale: isLocale },
  saved: { name: or(isString, isNull) },
};
const fromWebview: Readonly<Record<FromWebview["kind"], Readonly<Record<string, Check>>>> = {
  ready: {},
  simulate: {
    request: isNumber,
    events: listOf(isString),
    until: or(isNumber, isMissing),
    uri: or(isString, isMissing),
  },
  ask: { uri: or(isString, isMissing) },
  reveal: { uri: isString, range: shape({ start: isPosition, end: isPosition }) },
  save: { format: oneOf("svg", "png", "mermaid"), name: isString, data: isString },
};

/** Whether the page can take it for a message of the panel. */
export function isToWebview(message: unknown): message is ToWebview {
  return fits(message, toWebview);
}

/** Whether the panel can take it for a message of the page. */
export function isFromWebview(message: unknown): message is FromWebview {
  return fits(message, fromWebview);
}

function fits(message: unknown, kinds: Readonly<Record<string, Readonly<Record<string, Check>>>>): boolean {
  if (!isFields(message) || typeof message["kind"] !== "string" || !Object.hasOwn(kinds, message["kind"])) {
    return false;
  }
  return shape(kinds[message["kind"]] ?? {})(message);
}

function shape(fields: Readonly<Record<string, Check>>): Check {
  return (value) => isFields(value) && Object.entries(fields).every(([name, check]) => check(value[name]));
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function or(one: Check, other: Check): Check {
  return (value) => one(value) || other(value);
}

function oneOf(...words: readonly string[]): Check {
  return (value) => typeof value === "string" && words.includes(value);
}

function isPosition(value: unknown): boolean {
  return isFields(value) && isCount(value["line"]) && isCount(value["character"]);
}

function isLocale(value: unknown): boolean {
  return value === "en" || value === "zh-cn";
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isArray(value: unknown): boolean {
  return Array.isArray(value);
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

function isNumber(value: unknown): boolean {
  return Number.isFinite(value);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isNull(value: unknown): boolean {
  return value === null;
}

function isMissing(value: unknown): boolean {
  return value === undefined;
}
