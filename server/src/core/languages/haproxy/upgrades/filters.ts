/** Filters of request and response lines by regular expressions, gone since 2.1, as rules (doc/configuration.txt of 2.0, 4.2). */
import type { NewLine, OldLine, Rewrite } from "../../../schema/spec.ts";
import type { Word } from "../../../syntax/ast.ts";
import { areKnown, format, raw, safe, unsafe, word } from "./lines.ts";
import { comesLast, takesRules } from "./order.ts";
import { headerPattern, ignoringCase, requestPattern, unbroken, withoutWholeLine } from "./patterns.ts";
import { newPath, newValue } from "./replacements.ts";

interface Filter {
  readonly set: "http-request" | "http-response";
  /** Whether case makes no difference. */
  readonly loose: boolean;
}

type Maker = (filter: Filter, line: OldLine) => NewLine | undefined;

/** What all kinds ask first. */
function rule(filter: Filter, make: Maker): Rewrite {
  return (line) => (takesRules(line) && areKnown(line.words) ? make(filter, line) : undefined);
}

/** `reqadd Name:\ value`: the header comes in behind all others, as it did. */
const add: Maker = ({ set }, line) => {
  const [, header, ...condition] = line.words;
  const [, name, value] = /^([\w-]+):[ \t]*(\S.*)$/.exec(header?.value ?? "") ?? [];
  if (name === undefined || value === undefined) return undefined;
  const text = behind(`${set} add-header ${name} ${format(value)}`, condition);
  return comesLast(line, set) ? safe(text) : unsafe(text);
};

/** `reqidel ^Name:`: rules find headers whatever the case of their names. */
const remove: Maker = ({ set, loose }, line) => {
  const [, regex, ...condition] = line.words;
  const found = headerPattern(regex?.value ?? "");
  if (found === undefined || found.value !== undefined) return undefined;
  const text = behind(`${set} del-header ${found.name}`, condition);
  return loose && comesLast(line, set) ? safe(text) : unsafe(text);
};

const replaceLine: Maker = (filter, line) => {
  const [, regex, replacement, ...condition] = line.words;
  if (regex === undefined || replacement === undefined) return undefined;
  const made = replaceHeader(filter, regex, replacement) ?? replacePath(filter, regex, replacement);
  return made === undefined ? undefined : unsafe(behind(made, condition));
};

function replaceHeader({ set, loose }: Filter, regex: Word, replacement: Word): string | undefined {
  const [pattern, by] = withoutWholeLine(regex.value, replacement.value);
  const found = headerPattern(pattern);
  const value = found === undefined ? undefined : newValue(found, by);
  if (found === undefined || value === undefined) return undefined;
  const match = found.value ?? ".*";
  return `${set} replace-header ${found.name} ${word(loose ? ignoringCase(match) : match)} ${format(value)}`;
}

function replacePath({ set, loose }: Filter, regex: Word, replacement: Word): string | undefined {
  const found = set === "http-request" ? requestPattern(regex.value) : undefined;
  const made = found === undefined ? undefined : newPath(found, replacement.value);
  if (made === undefined) return undefined;
  return `${set} replace-path ${word(loose ? ignoringCase(made.match) : made.match)} ${format(made.path)}`;
}

/** `reqdeny REGEX`: what the pattern was about becomes a condition. */
function final(action: string): Maker {
  return (filter, line) => {
    const [, regex, ...condition] = line.words;
    const test = testOf(filter, regex?.value ?? "");
    const [how, ...rest] = condition;
    // Another condition can only stand beside this one where it has no alternatives.
    const isPlain = how === undefined || (how.value === "if" && !rest.some(({ value }) => /^(?:or|\|\|)$/.test(value)));
    if (test === undefined || !isPlain) return undefined;
    return unsafe(behind(`${filter.set} ${action} if ${test}`, rest));
  };
}

function testOf({ set, loose }: Filter, regex: string): string | undefined {
  const matching = (value: string) => `-m reg ${loose ? "-i " : ""}${word(value)}`;
  const header = headerPattern(regex);
  if (header !== undefined) {
    const fetch = `${set === "http-request" ? "req" : "res"}.fhdr(${header.name})`;
    return `{ ${fetch} ${header.value === undefined ? "-m found" : matching(header.value)} }`;
  }
  const request = set === "http-request" ? requestPattern(regex) : undefined;
  const path = request?.path.replace(/\(?\.\*\)?\$?$/, "") ?? " ";
  if (request === undefined || !isUnbroken.test(path)) return undefined;
  const method = request.method === undefined ? "" : `{ method ${request.method} } `;
  return `${method}{ path ${matching(`^${path}`)} }`;
}

const isUnbroken = new RegExp(`^${unbroken}$`);

function behind(text: string, words: readonly Word[]): string {
  return words.length === 0 ? text : `${text} ${raw(words)}`;
}

const request: Filter = { set: "http-request", loose: false };
const looseRequest: Filter = { set: "http-request", loose: true };
const response: Filter = { set: "http-response", loose: false };
const looseResponse: Filter = { set: "http-response", loose: true };

export const filterLines: Readonly<Record<string, Rewrite>> = {
  reqadd: rule(request, add),
  rspadd: rule(response, add),
  reqdel: rule(request, remove),
  reqidel: rule(looseRequest, remove),
  rspdel: rule(response, remove),
  rspidel: rule(looseResponse, remove),
  reqrep: rule(request, replaceLine),
  reqirep: rule(looseRequest, replaceLine),
  rsprep: rule(response, replaceLine),
  rspirep: rule(looseResponse, replaceLine),
  cliexp: rule(request, replaceLine),
  srvexp: rule(response, replaceLine),
  reqdeny: rule(request, final("deny")),
  reqideny: rule(looseRequest, final("deny")),
  rspdeny: rule(response, final("deny")),
  rspideny: rule(looseResponse, final("deny")),
  reqtarpit: rule(request, final("tarpit")),
  reqitarpit: rule(looseRequest, final("tarpit")),
  reqallow: rule(request, final("allow")),
  reqiallow: rule(looseRequest, final("allow")),
};
