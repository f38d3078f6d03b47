/** A keyword that stands twice where it may stand once; what that means is told by the table of the language. */
import type { Bound } from "../../schema/bound.ts";
import type { Fix } from "../../schema/problem.ts";
import type { Keyword, KeywordBody } from "../../schema/spec.ts";
import { fill, text } from "../../text/localized.ts";
import { atLeast } from "../../text/version.ts";
import { removeStatement } from "../fixes.ts";
import type { ConfigurationRule, Finding, Report } from "../rule.ts";
import { withoutRereads } from "./place.ts";

const messages = {
  refused: text('"{0}" is set twice: the first one counts', '"{0}"重复设定，只有第一个生效'),
  replaced: text('"{0}" is set twice: this one replaces the first', '"{0}"重复设定，此处会取代前一个'),
  silent: text('"{0}" is set again, and only the last one counts', '"{0}"再次设定，只有最后一个生效'),
  same: text('"{0}" stands here twice', '"{0}"重复书写'),
  before: text("It is set here before", "此前已在此处设定"),
};
const removeBefore = text('Remove the earlier "{0}"', '删除前面的"{0}"');
const removeThis = text('Remove this "{0}"', '删除此处的"{0}"');

export interface DuplicateKeywordOptions {
  /** Paths of blocks that add up to one when they stand several times, such as `global_defs`. */
  readonly merged: readonly string[];
  /** Paths of keywords that other rules judge, as their values matter. */
  readonly except: readonly string[];
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

export function duplicateKeyword(
  language: string,
  root: KeywordBody,
  options: DuplicateKeywordOptions,
): ConfigurationRule {
  const { bad, good } = options;
  const merged = new Set(options.merged);
  const except = new Set(options.except);
  // A block belongs to one configuration, and that to one version of the daemon.
  const kept = new WeakMap<Bound, readonly Finding[]>();
  return {
    id: `${language}/duplicate-keyword`,
    severity: "warning",
    scope: "configuration",
    reads: root.keywords.map((keyword) => keyword.name),
    summary: text("A setting that stands twice where only one counts.", "只能生效一次的设置写了两次。"),
    why: text(
      "Mostly a leftover of copying: the value that was meant may be the one that loses. Some of these the daemon refuses; with most of them it silently takes the last one.",
      "多半是复制时留下的：真正想要的值可能恰好不生效。其中一部分守护进程会拒绝，大多数则不作提示，直接采用最后一个。",
    ),
    bad,
    good,
    check(configuration, { report, version }) {
      const scan = new Scan(report, version, merged, except, kept);
      scan.siblings(
        configuration.sections.flatMap((state) => state.statements),
        "",
      );
    },
  };
}

class Scan {
  readonly #report: Report;
  readonly #version: string;
  readonly #merged: ReadonlySet<string>;
  readonly #except: ReadonlySet<string>;

  readonly #kept: WeakMap<Bound, readonly Finding[]>;

  constructor(
    report: Report,
    version: string,
    merged: ReadonlySet<string>,
    except: ReadonlySet<string>,
    kept: WeakMap<Bound, readonly Finding[]>,
  ) {
    this.#kept = kept;
    this.#report = report;
    this.#version = version;
    this.#merged = merged;
    this.#except = except;
  }

  /** Judges the statements of one block, and then those in its blocks. */
  siblings(statements: readonly Bound[], path: string): void {
    const byName = new Map<string, Bound[]>();
    for (const statement of statements) {
      const { keyword } = statement;
      if (keyword === undefined) continue;
      const name = keyword.aliasOf ?? keyword.name;
      const list = byName.get(name);
      if (list === undefined) byName.set(name, [statement]);
      else list.push(statement);
    }
    for (const [name, list] of byName) {
      const inside = path === "" ? name : `${path}/${name}`;
      if (list.length > 1 && !this.#except.has(inside)) this.#several(list);
      if (this.#merged.has(inside)) {
        this.siblings(
          list.flatMap((block) => block.children),
          inside,
        );
      } else for (const block of list) if (block.children.length > 0) this.#inside(block, inside);
    }
  }

  /** Judges one block by itself. A root block is the same object until it is edited, so its findings are kept. */
  #inside(block: Bound, path: string): void {
    if (block.parent !== undefined) {
      this.siblings(block.children, path);
      return;
    }
    let kept = this.#kept.get(block);
    if (kept === undefined) {
      const found: Finding[] = [];
      new Scan((finding) => found.push(finding), this.#version, this.#merged, this.#except, this.#kept).siblings(
        block.children,
        path,
      );
      kept = found;
      this.#kept.set(block, kept);
    }
    for (const finding of kept) this.#report(finding);
  }

  #several(all: readonly Bound[]): void {
    if (all[0]?.keyword?.repeat === true) return;
    const list = withoutRereads(all, (statement) => statement);
    for (const [index, statement] of list.entries()) {
      const before = list.slice(0, index);
      const last = before.at(-1);
      const { keyword } = statement;
      if (last === undefined || keyword === undefined) continue;
      const first = before.find((one) => !isUnset(one, keyword));
      const isReported =
        keyword.duplicate?.endsWith("-reported") === true &&
        first !== undefined &&
        atLeast(this.#version, keyword.duplicateSince ?? "0");
      this.#report(isReported ? refused(statement, keyword, first, last) : silent(statement, last));
    }
  }
}

function isUnset(statement: Bound, keyword: Keyword): boolean {
  return keyword.unset !== undefined && statement.values[0]?.data === keyword.unset;
}

function refused(statement: Bound, keyword: Keyword, first: Bound, last: Bound): Finding {
  const { value: name } = statement.head;
  const firstWins = keyword.duplicate === "first-wins-reported";
  const rival = firstWins ? first : last;
  const fixes = [remove(statement, isSame(statement, rival) ? "safe" : "unsafe"), removeOther(rival)];
  return {
    at: statement.at(statement.head),
    severity: "error",
    message: fill(firstWins ? messages.refused : messages.replaced, name),
    related: [{ ...rival.at(rival.head), message: messages.before }],
    fixes,
  };
}

function silent(statement: Bound, last: Bound): Finding {
  const { value: name } = statement.head;
  const related = [{ ...last.at(last.head), message: messages.before }];
  const at = statement.at(statement.head);
  if (isSame(statement, last)) {
    const fixes = [remove(statement, "safe")];
    return { at, severity: "information", message: fill(messages.same, name), related, fixes, tag: "unnecessary" };
  }
  const fixes = [removeOther(last), remove(statement, "unsafe")];
  return { at, message: fill(messages.silent, name), related, fixes };
}

/** Whether both say the same, word by word. */
function isSame(a: Bound, b: Bound): boolean {
  return a.statement.block === undefined && b.statement.block === undefined && words(a) === words(b);
}

function words({ statement }: Bound): string {
  return statement.words.map((word) => word.value).join("\0");
}

function remove(statement: Bound, safety: Fix["safety"]): Fix {
  return removeStatement(statement, safety, fill(removeThis, statement.head.value));
}

function removeOther(statement: Bound): Fix {
  return removeStatement(statement, "unsafe", fill(removeBefore, statement.head.value));
}
