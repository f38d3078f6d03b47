/** The arguments of a fetch or converter: their number, their kinds, and the names that they are. */
import { parseAddress } from "../../../net/address.ts";
import type { Reader } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { backendOwner, ownerOf } from "../owners.ts";
import type { Param, ParamKind } from "../samples/params.ts";
import type { Sample } from "../samples/table.ts";
import { isVariableName } from "../samples/variableNames.ts";
import type { Call } from "../syntax/inner.ts";
import { part } from "../syntax/positions.ts";
import { bindAclName } from "./aclName.ts";
import { regexFault } from "./regex.ts";
import { messages } from "./sampleMessages.ts";

const kinds = {
  integer: text('"{0}" is no whole number', '"{0}"不是整数'),
  ipv4: text('"{0}" is no IPv4 address', '"{0}"不是 IPv4 地址'),
  ipv6: text('"{0}" is no IPv6 address', '"{0}"不是 IPv6 地址'),
  mask4: text('"{0}" is no IPv4 mask', '"{0}"不是 IPv4 掩码'),
  mask6: text('"{0}" is no IPv6 mask', '"{0}"不是 IPv6 掩码'),
  field: text('"{0}" is no field number such as 1 or 2.1', '"{0}"不是字段编号，应形如 1 或 2.1'),
  name: text("A name is missing here", "此处缺少名称"),
  ownBackend: text('"{0}" needs the name of a backend in a frontend', '"{0}"写在 frontend 中时必须给出 backend 名称'),
  ownFrontend: text('"{0}" needs the name of a frontend in a backend', '"{0}"写在 backend 中时必须给出 frontend 名称'),
};

/** What is wrong with a text that is not empty; kinds that are only looked up later take any. */
const faults: Partial<Record<ParamKind, (written: string) => Text | undefined>> = {
  integer: (written) => (/^[+-]?\d*$/.test(written) ? undefined : fill(kinds.integer, written)),
  ipv4: (written) => (parseAddress(written)?.family === 4 ? undefined : fill(kinds.ipv4, written)),
  ipv6: (written) => (parseAddress(written)?.family === 6 ? undefined : fill(kinds.ipv6, written)),
  mask4: (written) => (isMask(written, 4, 32) ? undefined : fill(kinds.mask4, written)),
  mask6: (written) => (isMask(written, 6, 128) ? undefined : fill(kinds.mask6, written)),
  "field-number": (written) => (/^\d+(?:\.\d+)*$/.test(written) ? undefined : fill(kinds.field, written)),
  regex: regexFault,
};

/** Kinds that an empty argument is none of (src/arg.c: empty_err). */
const needsText: readonly ParamKind[] = ["integer", "ipv4", "ipv6", "mask4", "mask6", "field-number"];

function isMask(written: string, family: 4 | 6, bits: number): boolean {
  if (written.includes(family === 4 ? "." : ":")) return parseAddress(written)?.family === family;
  return /^\d{1,3}$/.test(written) && Number(written) <= bits;
}

/** Checks and binds the arguments. False where they are wrong or not known, so that nothing follows from them. */
export function readArguments(reader: Reader, call: Call, entry: Sample): boolean {
  const { params, name } = entry;
  if (call.args?.some(({ word }) => word.unknown === true) === true) return false;
  const least = params.filter((param) => param.optional !== true).length;
  const words = writtenArguments(call, params, least);
  const at = { start: call.name.start, end: call.end };
  for (const [index, param] of params.entries()) {
    const word = words[index];
    if (word === undefined) break;
    if (word.value === "" && needsText.includes(param.kind)) {
      // The daemon ends here; if it wants no more, this is no argument at all.
      if (index >= least && words.length === index + 1) break;
      reader.report({ code: "sample-arguments", ...at, message: fill(messages.missingArgument, name, param.name) });
      return false;
    }
    const fault = faultOf(param, word.value, reader.version);
    if (fault !== undefined) {
      const range = word.end > word.start ? { start: word.start, end: word.end } : at;
      reader.report({ code: "sample-arguments", ...range, message: fault });
      return false;
    }
    const absent = word.value === "" ? ownProxyFault(param.kind, reader.block?.keyword?.name) : undefined;
    if (absent !== undefined) {
      reader.report({ code: "sample-arguments", ...at, message: fill(absent, name) });
      return false;
    }
    bindArgument(reader, param, word);
  }
  if (words.length < least) {
    const missing = params[words.length]?.name ?? "";
    reader.report({ code: "sample-arguments", ...at, message: fill(messages.missingArgument, name, missing) });
    return false;
  }
  const excess = words[params.length];
  if (excess !== undefined) {
    const range = { start: excess.start, end: words.at(-1)?.end ?? excess.end };
    const message =
      params.length === 0 ? fill(messages.noArguments, name) : fill(messages.excessArgument, name, params.length);
    reader.report({ code: "sample-arguments", ...(range.end > range.start ? range : at), message });
    return false;
  }
  return checkTogether(reader, entry, words, at);
}

/** Without a name the own proxy is meant, which must be of the right kind (src/sample.c: smp_resolve_args). */
function ownProxyFault(kind: ParamKind, block: string | undefined): Text | undefined {
  if (kind === "backend" && block === "frontend") return kinds.ownBackend;
  return kind === "frontend" && block === "backend" ? kinds.ownFrontend : undefined;
}

function checkTogether(
  reader: Reader,
  entry: Sample,
  words: readonly Word[],
  at: { start: number; end: number },
): boolean {
  const fault = entry.check?.(
    words.map((word) => word.value),
    reader.version,
  );
  if (fault === undefined) return true;
  const word = words[fault.index];
  const range = word !== undefined && word.end > word.start ? { start: word.start, end: word.end } : at;
  const { message, severity } = fault;
  reader.report({ code: "sample-arguments", ...range, message, ...(severity === undefined ? {} : { severity }) });
  return severity !== undefined;
}

/** The arguments as the daemon counts them: without any it makes up an empty one where one must come. */
function writtenArguments(call: Call, params: readonly Param[], least: number): readonly Word[] {
  const { args } = call;
  if (args !== undefined && args.length > 0) return args.map(({ word }) => word);
  const empty = part(call.name, call.name.value.length, call.name.value.length);
  const isMade = args === undefined ? least > 0 : params.length > 0;
  return isMade ? [empty] : [];
}

function faultOf(param: Param, written: string, version: string): Text | undefined {
  if (written === "" && (param.kind === "server" || param.kind === "userlist")) return kinds.name;
  const fault = written === "" && param.kind !== "regex" ? undefined : faults[param.kind]?.(written);
  return fault ?? param.check?.(written, version);
}

function bindArgument(reader: Reader, param: Param, word: Word): void {
  if (word.end <= word.start) return;
  const binder = binders[param.kind];
  if (binder !== undefined) {
    binder(reader, param, word);
    return;
  }
  const { refers, defines, name } = param;
  if (refers === "acl") {
    const bangs = /^!?/.exec(word.value)?.[0].length ?? 0;
    bindAclName(reader, name, part(word, bangs, word.value.length));
    return;
  }
  if (refers === "ring" && param.values?.includes(word.value) !== true) {
    reader.bind({ name, word, data: word.value, token: "class", refers });
    return;
  }
  if (refers === "variable" || defines === "variable") {
    if (isVariableName(word.value, reader.version)) {
      const scope = defines === undefined ? { refers: "variable" } : { defines: "variable" };
      reader.bind({ name, word, data: word.value, token: "class", ...scope });
      return;
    }
  }
  const isNumber = /^[+-]?\d+$/.test(word.value);
  const isChoice = param.values?.includes(word.value) === true && param.check !== undefined;
  reader.bind({
    name,
    word,
    data: isNumber ? Number(word.value) : word.value,
    token: isNumber ? "number" : isChoice ? "enumMember" : "string",
  });
}

type Binder = (reader: Reader, param: Param, word: Word) => void;

function named(scope: string): Binder {
  return (reader, { name }, word) => reader.bind({ name, word, data: word.value, token: "class", refers: scope });
}

const binders: Partial<Record<ParamKind, Binder>> = {
  backend: named("backend"),
  frontend: named("frontend"),
  userlist: named("userlist"),
  table: (reader, { name }, word) => {
    const refers = word.value.includes("/") ? "table" : "proxy";
    reader.bind({ name, word, data: word.value, token: "class", refers });
  },
  server: (reader, _param, word) => {
    const slash = word.value.lastIndexOf("/");
    if (slash === -1) {
      const owner = ownerOf(reader.block);
      reader.bind({ name: "server", word, data: word.value, token: "class", refers: "server", owner });
      return;
    }
    const backend = part(word, 0, slash);
    const server = part(word, slash + 1, word.value.length);
    const owner = backendOwner(backend.value);
    reader.bind({ name: "backend", word: backend, data: backend.value, token: "class", refers: "backend" });
    reader.bind({ name: "server", word: server, data: server.value, token: "class", refers: "server", owner });
  },
};
