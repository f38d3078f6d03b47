/**
 * What the fetches that conditions look at read, whether they give one value only, and whether they give the same value
 * again: what is not listed here may say something else the next time, and nothing is concluded from it
 * (src/http_fetch.c, src/tcp_sample.c, src/ssl_sample.c; ACLs ask fetches with SMP_F_NOT_LAST for all their values).
 */
import type { Call, Expression } from "../../syntax/inner.ts";

/**
 * Something that rules may change: `path`, `query`, `uri`, `method`, `src`, `dst`, `status`, `files`, `header NAME`,
 * `response header NAME`, `var NAME`. `everything` is for rules of which nothing is known.
 */
export type Resource = string;

export interface Subject {
  /** Equal for expressions that give the same values. */
  readonly key: string;
  readonly reads: readonly Resource[];
  /** At most one value at a time, so that it cannot be two things at once. */
  readonly single: boolean;
  /** Known without waiting for data of the client. */
  readonly early: boolean;
}

interface Known {
  readonly reads: (argument: string) => readonly Resource[];
  readonly single?: (args: readonly string[]) => boolean;
  readonly early?: boolean;
  /** Another name of the same. */
  readonly same?: string;
  /** The first argument is a name whose case does not matter. */
  readonly caseless?: boolean;
}

const never = () => false;
const always = () => true;
const nothing = (): readonly Resource[] => [];
const one = (...reads: readonly Resource[]): Known => ({ reads: () => reads, single: always });
const early = (...reads: readonly Resource[]): Known => ({ ...one(...reads), early: true });
/**
 * A header with an occurrence is one value. A request has one Host, and a host's name has no comma that would split it:
 * 3.4 answers such a request with 400; 2.6 takes it, but no browser sends it.
 */
const header = (prefix: string, same?: string): Known => ({
  reads: (name) => [`${prefix}header ${name.toLowerCase()}`],
  single: (args) => args.length > 1 || (prefix === "" && args[0]?.toLowerCase() === "host"),
  caseless: true,
  ...(same === undefined ? {} : { same }),
});
const counted = (prefix: string): Known => ({
  reads: (name) => [`${prefix}header ${name.toLowerCase()}`],
  single: always,
  caseless: true,
});
const stored = (resource: string, same?: string): Known => ({
  reads: () => [resource],
  single: never,
  ...(same === undefined ? {} : { same }),
});

const known: Readonly<Record<string, Known>> = {
  path: one("path"),
  pathq: one("path", "query"),
  url: one("path", "query", "uri"),
  base: one("path", "header host"),
  query: one("query"),
  method: one("method"),
  "req.ver": one(),
  status: one("status"),
  url_param: stored("query", "urlp"),
  urlp: stored("query"),
  "req.hdr": header(""),
  "req.fhdr": header(""),
  "req.hdr_ip": header(""),
  "req.hdr_val": header(""),
  "req.hdr_cnt": counted(""),
  "res.hdr": header("response "),
  "res.fhdr": header("response "),
  "res.hdr_cnt": counted("response "),
  "req.cook": stored("header cookie"),
  "res.cook": stored("response header set-cookie"),
  hdr: header("", "req.hdr"),
  hdr_ip: header("", "req.hdr_ip"),
  hdr_val: header("", "req.hdr_val"),
  hdr_cnt: { ...counted(""), same: "req.hdr_cnt" },
  cook: stored("header cookie", "req.cook"),
  var: { reads: (name) => [`var ${name}`], single: always, early: true },
  src: early("src"),
  src_port: early("src"),
  dst: early("dst"),
  dst_port: early("dst"),
  ssl_fc: early(),
  ssl_fc_sni: early(),
  ssl_fc_alpn: early(),
  ssl_fc_protocol: early(),
  ssl_fc_has_sni: early(),
  ssl_fc_has_crt: early(),
  ssl_c_used: early(),
  ssl_c_verify: early(),
  ssl_c_s_dn: early(),
  ssl_c_i_dn: early(),
  "req.ssl_sni": one(),
  "req.ssl_hello_type": one(),
  http_auth: one("header authorization"),
  nbsrv: { reads: nothing, single: always, early: true },
  srv_is_up: { reads: nothing, single: always, early: true },
  fe_id: early(),
  so_id: early(),
  always_true: early(),
  always_false: early(),
};

/** Converters that give the same for the same input, whatever else happens. */
const steadyConverters: ReadonlySet<string> = new Set(
  "lower upper field word regsub url_dec host_only port_only length bytes strip ltrim rtrim ipmask hex base64 b64dec".split(
    " ",
  ),
);

/** What an expression looks at; undefined where it may change by itself or is not known. */
export function subjectOf(expression: Expression, fetchName: string): Subject | undefined {
  const { fetch, converters, error, rest } = expression;
  const entry = known[fetchName];
  if (entry === undefined || error !== undefined || rest !== undefined) return undefined;
  if (!converters.every((converter) => steadyConverters.has(converter.name.value))) return undefined;
  const calls = [fetch, ...converters];
  const words = calls.flatMap((call) => [call.name, ...(call.args ?? []).map(({ word }) => word)]);
  if (words.some((word) => word.unknown === true)) return undefined;
  const args = argumentsOf(fetch);
  const name = entry.same ?? fetchName;
  const [first = "", ...others] = args;
  const normal = args.length === 0 ? [] : [entry.caseless === true ? first.toLowerCase() : first, ...others];
  return {
    key: [
      `${name}(${normal.join(",")})`,
      ...converters.map((call) => `${call.name.value}(${argumentsOf(call).join(",")})`),
    ].join(","),
    reads: entry.reads(first),
    single: entry.single?.(args) ?? false,
    early: entry.early === true,
  };
}

/** A subject without converters, by the text of its call. */
export function plainSubject(name: string, argument?: string): Subject | undefined {
  const entry = known[name];
  if (entry === undefined) return undefined;
  const args = argument === undefined ? [] : [entry.caseless === true ? argument.toLowerCase() : argument];
  return {
    key: `${entry.same ?? name}(${args.join(",")})`,
    reads: entry.reads(argument ?? ""),
    single: entry.single?.(args) ?? false,
    early: entry.early === true,
  };
}

function argumentsOf({ args }: Call): readonly string[] {
  return (args ?? []).map(({ word }) => word.value);
}
