/** Names that are given twice in one scope. */
import type { Severity } from "../../schema/problem.ts";
import type { KeywordBody } from "../../schema/spec.ts";
import { fill, text } from "../../text/localized.ts";
import type { ConfigurationRule } from "../rule.ts";
import { withoutRereads } from "./place.ts";

export interface NameKind {
  readonly scope: string;
  /** What the daemon says of the second one. The first one keeps the name. */
  readonly severity: Severity;
}

export interface DuplicateNameOptions {
  readonly kinds: readonly NameKind[];
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

const messages = {
  refused: text('"{0}" is defined already; this block is skipped', '"{0}"已经定义过，此块会被跳过'),
  silent: text(
    '"{0}" is defined already; whoever uses the name gets the first',
    '"{0}"已经定义过，引用该名称时得到的是前一个',
  ),
  before: text("It is defined here before", "此前已在此处定义"),
};

export function duplicateName(language: string, root: KeywordBody, options: DuplicateNameOptions): ConfigurationRule {
  const { kinds, bad, good } = options;
  return {
    id: `${language}/duplicate-name`,
    severity: "error",
    scope: "configuration",
    reads: root.keywords.map((keyword) => keyword.name),
    summary: text("Two blocks of one kind with the same name.", "两个同类的块使用了相同的名称。"),
    why: text(
      "A name stands for one thing. The daemon keeps the first block; the second one, often a copy with changes, has no effect.",
      "一个名称只代表一个对象。守护进程保留第一个块；第二个块（往往是改过的副本）不起作用。",
    ),
    bad,
    good,
    check(configuration, { report }) {
      for (const { scope, severity } of kinds) {
        for (const name of configuration.names(scope)) {
          const definitions = configuration.definitions(scope, name);
          if (definitions.length < 2) continue;
          const [first, ...others] = withoutRereads(definitions, (mention) => mention.bound);
          if (first === undefined) continue;
          for (const other of others) {
            report({
              at: other.bound.at(other.value.word),
              severity,
              message: fill(severity === "error" ? messages.refused : messages.silent, name),
              related: [{ ...first.bound.at(first.value.word), message: messages.before }],
            });
          }
        }
      }
    },
  };
}
