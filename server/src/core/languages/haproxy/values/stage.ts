/**
 * Where in the life of a connection a line works. The daemon allows each fetch in some places only, and asks for one of
 * those that the line's proxy has (include/haproxy/sample-t.h: SMP_VAL_*; each parser names its own).
 */
import { type Text, text } from "../../../text/localized.ts";

/** The places, in the order of the letters of a fetch's `contexts`. */
const places = [
  "fe-con",
  "fe-ses",
  "fe-req",
  "fe-hrq",
  "fe-hrq-body",
  "fe-switch",
  "be-req",
  "be-hrq",
  "be-hrq-body",
  "be-server",
  "be-connect",
  "be-res",
  "be-hrs",
  "be-hrs-body",
  "be-store",
  "fe-res",
  "fe-hrs",
  "fe-hrs-body",
  "log",
  "check",
  "config",
  "cli",
] as const;

type At = (typeof places)[number];

/** A frontend's place and a backend's; `any` counts in every proxy. */
interface Where {
  readonly front?: At;
  readonly back?: At;
  readonly any?: At;
  readonly name: Text;
}

const stages = {
  "tcp-request connection": { any: "fe-con", name: text("tcp-request connection", "tcp-request connection") },
  "tcp-request session": { any: "fe-ses", name: text("tcp-request session", "tcp-request session") },
  "tcp-request content": {
    front: "fe-req",
    back: "be-req",
    name: text("tcp-request content", "tcp-request content"),
  },
  "tcp-response content": {
    front: "fe-res",
    back: "be-res",
    name: text("tcp-response content", "tcp-response content"),
  },
  "http-request": { front: "fe-hrq", back: "be-hrq", name: text("HTTP requests", "HTTP 请求阶段") },
  "http-response": { front: "fe-hrs", back: "be-hrs", name: text("HTTP responses", "HTTP 响应阶段") },
  "http-after-response": { front: "fe-hrs", back: "be-hrs", name: text("HTTP responses", "HTTP 响应阶段") },
  /** `http-request capture` and `http-response capture` count as a frontend's wherever they stand. */
  "request capture": { any: "fe-hrq", name: text("HTTP requests", "HTTP 请求阶段") },
  "response capture": { any: "fe-hrs", name: text("HTTP responses", "HTTP 响应阶段") },
  "quic-initial": { any: "fe-con", name: text("quic-initial", "quic-initial") },
  use_backend: { any: "fe-switch", name: text("use_backend", "use_backend") },
  /** A backend's or a server's name that a log format gives. */
  "dynamic name": { any: "fe-hrq", name: text("names that are computed", "动态名称") },
  "use-server": { any: "be-server", name: text("the choice of a server", "选择服务器时") },
  balance: { any: "be-server", name: text("the choice of a server", "选择服务器时") },
  persist: { any: "be-req", name: text("the choice of a server", "选择服务器时") },
  "stick match": { any: "be-server", name: text("the choice of a server", "选择服务器时") },
  "stick store": { any: "be-store", name: text("stick store-response", "stick store-response") },
  log: { any: "log", name: text("log formats", "日志格式") },
  "error-log": { any: "log", name: text("log formats", "日志格式") },
  "unique-id": { front: "fe-hrq", back: "be-hrq", name: text("HTTP requests", "HTTP 请求阶段") },
  server: { any: "be-connect", name: text("connections to servers", "连接服务器时") },
  check: { any: "check", name: text("health checks", "健康检查") },
  config: { any: "config", name: text("the start of the daemon", "启动阶段") },
  /** A frontend's `monitor fail`. */
  monitor: { any: "fe-hrq", name: text("HTTP requests", "HTTP 请求阶段") },
  /** Nothing is known of where it will be used: `acl` lines. */
  anywhere: { name: text("anywhere", "任何位置") },
} as const satisfies Readonly<Record<string, Where>>;

export type Stage = keyof typeof stages;

/** The indexes of the letters of `contexts` that count; undefined where any may, because the proxy is not known. */
export function contextsOf(stage: Stage, blockKind: string | undefined): readonly number[] | undefined {
  const { any, front, back }: Where = stages[stage];
  if (any !== undefined) return [places.indexOf(any)];
  const found: number[] = [];
  if (front !== undefined && (blockKind === "frontend" || blockKind === "listen")) found.push(places.indexOf(front));
  if (back !== undefined && (blockKind === "backend" || blockKind === "listen")) found.push(places.indexOf(back));
  return found.length === 0 ? undefined : found;
}

/** Whether a fetch with these letters may be used there. */
export function isAllowed(contexts: string, allowed: readonly number[] | undefined): boolean {
  return allowed === undefined || allowed.some((index) => contexts[index] === "Y");
}

export function stageName(stage: Stage): Text {
  return stages[stage].name;
}

/** The daemon drops a backend's log format without a look at it (src/proxy.c: proxy_finalize). */
export function isDropped(stage: Stage, blockKind: string | undefined): boolean {
  return stage === "log" && blockKind === "backend";
}
