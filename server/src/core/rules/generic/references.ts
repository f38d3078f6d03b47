/** Names that nothing defines, or that are defined too late. */

import type { Mention } from "../../model/configuration.ts";
import type { Bound } from "../../schema/bound.ts";
import type { Fix, Severity } from "../../schema/problem.ts";
import type { KeywordBody } from "../../schema/spec.ts";
import { lineStartOf } from "../../text/lines.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import { nearest } from "../../text/nearest.ts";
import { edit, removeStatement, replace } from "../fixes.ts";
import type { ConfigurationRule } from "../rule.ts";

/** What the daemon makes of a name that is used in a certain place. */
export interface ReferenceKind {
  readonly scope: string;
  /** The root block in which it is used; every block where absent. The first kind that fits counts. */
  readonly within?: string;
  /** What the daemon says of a name that nothing defines. */
  readonly severity: Severity;
  /** The definition has to come first. */
  readonly ordered: boolean;
}

export interface ReferenceOptions {
  readonly kinds: readonly ReferenceKind[];
  /** The keyword that defines names of a scope, where it is not the scope's name. */
  readonly keywords?: Readonly<Record<string, string>>;
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

const messages = {
  unknown: text('No {0} is named "{1}"', '没有名为"{1}"的 {0}'),
  unknownNear: text('No {0} is named "{1}", did you mean "{2}"?', '没有名为"{1}"的 {0}，是否想写"{2}"？'),
  otherKind: text('"{1}" is a {2}, not a {0}', '"{1}"是 {2}，不是 {0}'),
  incomplete: text('No {0} is named "{1}" in the files that were found', '在已找到的文件中没有名为"{1}"的 {0}'),
  late: text('"{0}" is defined only further down', '"{0}"在后面才定义'),
  defined: text("It is defined here", "在此处定义"),
};

const moveTitle = text('Move "{0}" above "{1}"', '将"{0}"移到"{1}"之前');

/** A name that nothing defines. */
export function unknownReference(language: string, root: KeywordBody, options: ReferenceOptions): ConfigurationRule {
  const { kinds, keywords = {}, bad, good } = options;
  const kindName = (scope: string) => keywords[scope] ?? scope;
  const scopes = [...new Set(kinds.map((kind) => kind.scope))];
  return {
    id: `${language}/unknown-reference`,
    severity: "error",
    scope: "configuration",
    reads: root.keywords.map((keyword) => keyword.name),
    summary: text("A name that nothing defines.", "使用了没有定义的名称。"),
    why: text(
      "The daemon leaves out what the name stands for and goes on: the check, the member or the whole service is then missing, although the line is there.",
      "守护进程会略过该名称并继续运行：行虽然写了，相应的检查、成员乃至整个服务却并不存在。",
    ),
    bad,
    good,
    check(configuration, { report }) {
      for (const mention of configuration.references) {
        const kind = kindOf(mention, kinds);
        const { scope, name, bound } = mention;
        if (kind === undefined || configuration.definitions(scope, name).length > 0) continue;
        const at = bound.at(mention.value.word);
        if (configuration.incomplete) {
          report({ at, severity: "information", message: fill(messages.incomplete, kindName(scope), name) });
          continue;
        }
        const other = scopes.find((one) => one !== scope && configuration.definitions(one, name).length > 0);
        const near = other === undefined ? nearest(name, configuration.names(scope)) : undefined;
        const meant = near !== undefined && isOtherNumber(name, near) ? undefined : near;
        report({
          at,
          severity: kind.severity,
          message: unknownMessage(kindName(scope), name, other === undefined ? undefined : kindName(other), meant),
          ...(meant === undefined ? {} : { fixes: [replace(bound, mention.value.word, meant, "unsafe")] }),
        });
      }
    },
  };
}

/** `VI_9` is no misspelling of `VI_1`. */
export function isOtherNumber(name: string, near: string): boolean {
  return name.replace(/\d+/g, "0") === near.replace(/\d+/g, "0");
}

function unknownMessage(kind: string, name: string, other: string | undefined, meant: string | undefined): Text {
  if (other !== undefined) return fill(messages.otherKind, kind, name, other);
  return meant === undefined ? fill(messages.unknown, kind, name) : fill(messages.unknownNear, kind, name, meant);
}

/** A name that is used above its definition, where the daemon needs it the other way round. */
export function referenceBeforeDefinition(
  language: string,
  root: KeywordBody,
  options: ReferenceOptions,
): ConfigurationRule {
  const { kinds, bad, good } = options;
  return {
    id: `${language}/reference-before-definition`,
    severity: "error",
    scope: "configuration",
    reads: root.keywords.map((keyword) => keyword.name),
    summary: text("A name that is used above its definition.", "名称在定义之前就被使用。"),
    why: text(
      "The daemon reads the file once, from top to bottom, and knows only the names that it has seen. It leaves this use out, as if the name did not exist. Move the definition up; the order of included files counts too.",
      "守护进程从上到下只读一遍文件，只认识已经读到的名称，因此会略过此处，如同该名称不存在。应把定义移到前面；被包含文件的先后顺序同样有影响。",
    ),
    bad,
    good,
    check(configuration, { report }) {
      for (const mention of configuration.references) {
        if (kindOf(mention, kinds)?.ordered !== true) continue;
        const [first] = configuration.definitions(mention.scope, mention.name);
        if (first === undefined || configuration.isBefore(first, mention)) continue;
        report({
          at: mention.bound.at(mention.value.word),
          message: fill(messages.late, mention.name),
          related: [{ ...first.bound.at(first.value.word), message: messages.defined }],
          fixes: moveUp(first.bound, rootBlockOf(mention.bound)),
        });
      }
    },
  };
}

function kindOf(mention: Mention, kinds: readonly ReferenceKind[]): ReferenceKind | undefined {
  const within = rootBlockOf(mention.bound).keyword?.name;
  return kinds.find((kind) => kind.scope === mention.scope && (kind.within === undefined || kind.within === within));
}

function rootBlockOf(bound: Bound): Bound {
  let block = bound;
  while (block.parent !== undefined) block = block.parent;
  return block;
}

/** Puts a block above another of the same file, where both stand there as they are read. */
function moveUp(block: Bound, above: Bound): readonly Fix[] {
  const { source, statement } = block;
  const content = source.section.text;
  const isLiteral = [block, above].every((one) =>
    one.source.section.text.startsWith(one.head.raw, one.statement.start),
  );
  const isPlain = statement.condition === undefined && above.statement.condition === undefined;
  if (source.uri !== above.source.uri || block.parent !== undefined || !isLiteral || !isPlain) return [];
  const { edits } = removeStatement(block, "unsafe");
  const moved = `${content.slice(statement.start, statement.end)}\n\n`;
  const start = lineStartOf(above.source.section.text, above.statement.start);
  const title = fill(moveTitle, block.head.value, above.head.value);
  return [{ title, safety: "unsafe", edits: [edit(above, { start, end: start }, moved), ...edits] }];
}
