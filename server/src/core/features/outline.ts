/** Symbols and folding ranges of one file, from its tree alone. */
import { treeOf } from "../model/configuration.ts";
import type { Language } from "../model/language.ts";
import { type Body, findKeyword } from "../schema/spec.ts";
import type { Block, Item, Statement } from "../syntax/ast.ts";
import type { Section, SectionedDocument } from "../text/document.ts";
import { lineStartOf } from "../text/lines.ts";
import type { Range } from "../text/range.ts";

export interface Outline extends Range {
  readonly section: Section;
  readonly name: string;
  readonly detail: string;
  /** The words that name it. */
  readonly selection: Range;
  /** Whether it defines a name. */
  readonly named: boolean;
  readonly children: readonly Outline[];
}

const keptOutlines = new WeakMap<Section, readonly Outline[]>();
const keptFolds = new WeakMap<Section, readonly Fold[]>();

/** The blocks of a file, or its settings where the language has no blocks. */
export function outline(language: Language, document: SectionedDocument): readonly Outline[] {
  return document.sections.flatMap((section) => {
    let kept = keptOutlines.get(section);
    if (kept === undefined) {
      const { items } = treeOf(language, section);
      kept = language.entitle === undefined ? listed(language, items, section) : entitled(items, section, language);
      keptOutlines.set(section, kept);
    }
    return kept;
  });
}

function listed({ root, separator }: Language, items: readonly Item[], section: Section): readonly Outline[] {
  return separator === undefined ? blocks(items, section, root) : settings(items, section, separator);
}

/** Of a language of keys and values, the lines that set something. */
function settings(items: readonly Item[], section: Section, separator: string): readonly Outline[] {
  return items.flatMap((item): readonly Outline[] => {
    if (item.kind !== "statement") return [];
    const [key, sign, from] = item.words;
    const to = item.words.at(-1);
    if (key === undefined || key.raw === separator || sign?.raw !== separator) return [];
    const detail = from === undefined || to === undefined ? "" : section.text.slice(from.start, to.end);
    const { start, end } = item;
    return [
      {
        section,
        start,
        end,
        name: key.raw,
        detail,
        selection: { start: key.start, end: key.end },
        named: false,
        children: [],
      },
    ];
  });
}

function blocks(items: readonly Item[], section: Section, body: Body | undefined): readonly Outline[] {
  return items.flatMap((item): readonly Outline[] => {
    if (item.kind !== "statement" || item.block === undefined) return [];
    const [head, ...others] = item.words;
    if (head === undefined) return blocks(item.block.items, section, body);
    const keyword = body?.kind === "keywords" ? findKeyword(body, head.value) : undefined;
    // Behind the name of a block without braces stand settings: `frontend web from base`.
    const names = item.block.implied === true ? others.slice(0, 1) : others;
    const name = names.map((word) => word.raw).join(" ");
    return [
      {
        section,
        start: item.start,
        end: item.end,
        name: name === "" ? head.value : name,
        detail: name === "" ? "" : [head.value, ...others.slice(names.length).map((word) => word.raw)].join(" "),
        selection: { start: head.start, end: names.at(-1)?.end ?? head.end },
        named: name !== "",
        children: blocks(item.block.items, section, keyword?.body),
      },
    ];
  });
}

/** The lines that the language names, each with those in its block. */
function entitled(items: readonly Item[], section: Section, language: Language): readonly Outline[] {
  return items.flatMap((item): readonly Outline[] => {
    if (item.kind !== "statement") return [];
    const children = entitled(item.block?.items ?? [], section, language);
    const title = language.entitle?.(item.words);
    if (title === undefined) return children;
    const { name, detail, word } = title;
    const selection = { start: word.start, end: word.end };
    return [{ section, start: item.start, end: item.end, name, detail, selection, named: true, children }];
  });
}

export interface Fold extends Range {
  readonly section: Section;
  readonly kind: "block" | "comment";
}

/** What can be folded: blocks, and comments of several lines. */
export function folds(language: Language, document: SectionedDocument): readonly Fold[] {
  return document.sections.flatMap((section) => {
    let kept = keptFolds.get(section);
    if (kept === undefined) {
      const found: Fold[] = [];
      collectFolds(treeOf(language, section).items, section, found);
      kept = found;
      keptFolds.set(section, kept);
    }
    return kept;
  });
}

function collectFolds(items: readonly Item[], section: Section, found: Fold[]): void {
  let run: Range | undefined;
  const endRun = () => {
    if (run !== undefined && section.text.slice(run.start, run.end).includes("\n")) {
      found.push({ section, kind: "comment", ...run });
    }
    run = undefined;
  };
  for (const item of [...items].sort((a, b) => a.start - b.start)) {
    if (item.kind === "comment") {
      const joins = run !== undefined && /^\r?\n[ \t]*$/.test(section.text.slice(run.end, item.start));
      if (!joins) endRun();
      run = { start: run?.start ?? item.start, end: item.end };
      continue;
    }
    endRun();
    if (item.kind !== "statement" || item.block === undefined) continue;
    found.push({ section, kind: "block", start: item.start, end: foldEnd(item, item.block, section.text) });
    collectFolds(item.block.items, section, found);
  }
  endRun();
}

/** Where a block without braces ends for the eye: comments at the margin below it are about what comes next. */
function foldEnd(statement: Statement, { close, implied, items }: Block, text: string): number {
  if (implied !== true) return close?.start ?? statement.end;
  const isPart = (item: Item) => item.kind === "statement" || lineStartOf(text, item.start) < item.start;
  return items.findLast(isPart)?.end ?? statement.words.at(-1)?.end ?? statement.end;
}
