/** A condition in words: "the path begins with /api or /v2, and the client's address is not in 10.0.0.0/8". */
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { findPredefinedAcl } from "../samples/index.ts";
import { operators } from "../samples/methods.ts";
import type { Call, Condition, Term } from "../syntax/inner.ts";
import type { Criterion } from "./criterion.ts";

const frames = {
  whenever: text("Holds when {0}.", "当{0}时成立。"),
  unless: text("Holds unless {0}.", "除非{0}，否则成立。"),
  not: text("not ({0})", "并非（{0}）"),
  acl: text("ACL `{0}` holds", "ACL `{0}` 成立"),
  noAcl: text("ACL `{0}` does not hold", "ACL `{0}` 不成立"),
  and: text("{0}, and {1}", "{0}，并且{1}"),
  either: text("{0}; or {1}", "{0}；或者{1}"),
  or: text("{0} or {1}", "{0} 或 {1}"),
  list: text("{0}, {1}", "{0}、{1}"),
  range: text("{0} to {1}", "{0} 到 {1}"),
  file: text("a line of `{0}`", "`{0}` 中的某一行"),
  more: text("{0} more", "另外 {0} 项"),
  caseless: text("{0} (case ignored)", "{0}（忽略大小写）"),
};

/** How much of a list is told. */
const longest = 5;

/** What is looked at, `{0}` is the first argument. */
const subjects: Readonly<Record<string, Text>> = {
  path: text("the path", "路径"),
  pathq: text("the path with its query", "路径及查询串"),
  url: text("the URL", "URL"),
  base: text("host and path", "主机加路径"),
  query: text("the query", "查询串"),
  method: text("the method", "请求方法"),
  src: text("the client's address", "客户端地址"),
  dst: text("the address the client came to", "客户端连接的地址"),
  src_port: text("the client's port", "客户端端口"),
  dst_port: text("the port the client came to", "客户端连接的端口"),
  "req.hdr": text("the request header `{0}`", "请求头 `{0}`"),
  hdr: text("the header `{0}`", "头部 `{0}`"),
  "req.fhdr": text("the request header `{0}`", "请求头 `{0}`"),
  "res.hdr": text("the response header `{0}`", "响应头 `{0}`"),
  "req.hdr_cnt": text("the number of request headers `{0}`", "请求头 `{0}` 的个数"),
  "req.hdr_val": text("the number in the request header `{0}`", "请求头 `{0}` 的数值"),
  "req.cook": text("the cookie `{0}`", "Cookie `{0}`"),
  "res.cook": text("the response's cookie `{0}`", "响应 Cookie `{0}`"),
  url_param: text("the parameter `{0}`", "URL 参数 `{0}`"),
  urlp: text("the parameter `{0}`", "URL 参数 `{0}`"),
  var: text("the variable `{0}`", "变量 `{0}`"),
  status: text("the status", "状态码"),
  nbsrv: text("the number of usable servers of `{0}`", "`{0}` 的可用服务器数"),
  ssl_fc: text("TLS on the client's side", "客户端使用 TLS"),
  ssl_fc_sni: text("the server name of TLS (SNI)", "TLS 服务器名（SNI）"),
  "req.ssl_sni": text("the server name of TLS (SNI)", "TLS 服务器名（SNI）"),
  "req.ver": text("the HTTP version", "HTTP 版本"),
  "req.len": text("the length of the buffered request", "请求缓冲区长度"),
  always_true: text("always", "始终"),
  http_auth: text("the password of users of `{0}`", "`{0}` 用户的密码"),
};

export function describeCondition(tree: Condition, criteria: ReadonlyMap<object, Criterion>, isUnless: boolean): Text {
  const alternatives = tree.alternatives.map((terms) =>
    joined(
      terms.map((term) => describeTerm(term, criteria)),
      frames.and,
    ),
  );
  return fill(isUnless ? frames.unless : frames.whenever, joined(alternatives, frames.either));
}

function describeTerm(term: Term, criteria: ReadonlyMap<object, Criterion>): Text {
  if (term.kind === "named") {
    const name = term.name.value;
    const predefined = findPredefinedAcl(name);
    if (predefined !== undefined) {
      const said = fill(text("`{0}` ({1})", "`{0}`（{1}）"), name, predefined.equivalent);
      return term.negated ? fill(frames.not, said) : said;
    }
    return fill(term.negated ? frames.noAcl : frames.acl, name);
  }
  const criterion = criteria.get(term);
  const said = criterion === undefined ? raw(term.words) : describeCriterion(criterion, term.words);
  return term.negated ? fill(frames.not, said) : said;
}

/** What a criterion tests, in words. */
export function describeCriterion(criterion: Criterion, words: readonly Word[]): Text {
  const { method, tree, fetch, patterns, files, ignoreCase } = criterion;
  if (method === undefined || fetch === undefined) return raw(words);
  const subject = describeSubject(tree.fetch, fetch.name, tree.converters);
  if (method.patterns === "none") return fill(method.phrase, subject);
  const wanted = [
    ...patterns.map((word, index) => describePattern(word, criterion.operators[index] ?? "eq", method.patterns)),
    ...files.map((word) => fill(frames.file, word.value)),
  ];
  if (wanted.length === 0) return raw(words);
  const shown =
    wanted.length > longest
      ? [...wanted.slice(0, longest - 1), fill(frames.more, wanted.length - longest + 1)]
      : wanted;
  const said = fill(method.phrase, subject, alternatives(shown));
  return ignoreCase ? fill(frames.caseless, said) : said;
}

function describeSubject(call: Call, name: string, converters: readonly Call[]): Text {
  const first = call.args?.[0]?.word.value ?? "";
  const phrase = subjects[name];
  const needs = phrase?.en.includes("{0}") === true;
  const plain = (needs && first === "") || phrase === undefined ? both(`\`${written(call)}\``) : fill(phrase, first);
  if (converters.length === 0) return plain;
  const steps = both(converters.map((one) => `\`${written(one)}\``).join(", "));
  return fill(text("{0} (through {1})", "{0}（经 {1} 转换）"), plain, steps);
}

function describePattern(word: Word, operator: string, kind: string): Text {
  const plain = both(`\`${word.value}\``);
  if (kind !== "integer" && kind !== "length" && kind !== "version") return plain;
  const [low, high] = word.value.split(":");
  if (low !== undefined && high !== undefined) {
    if (low === "") return fill(operators["le"] ?? plain, `\`${high}\``);
    if (high === "") return fill(operators["ge"] ?? plain, `\`${low}\``);
    return fill(frames.range, `\`${low}\``, `\`${high}\``);
  }
  return operator === "eq" ? plain : fill(operators[operator] ?? plain, plain);
}

function alternatives(list: readonly Text[]): Text {
  const last = list.at(-1);
  if (last === undefined) return both("");
  if (list.length === 1) return last;
  return fill(frames.or, joined(list.slice(0, -1), frames.list), last);
}

function joined(list: readonly Text[], frame: Text): Text {
  const [first = both(""), ...rest] = list;
  return rest.reduce((all, one) => fill(frame, all, one), first);
}

function raw(words: readonly Word[]): Text {
  return both(`\`${words.map((word) => word.value).join(" ")}\``);
}

function written({ name, args }: Call): string {
  return args === undefined ? name.value : `${name.value}(${args.map(({ word }) => word.value).join(",")})`;
}

function both(same: string): Text {
  return { en: same, zh: same };
}
