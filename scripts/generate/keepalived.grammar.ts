// The TextMate grammar of keepalived.conf, written by hand but for the lists of words. It is what shows before the
// language server answers, and where there is none; the rules of words, quotes and comments are those of
// server/src/core/languages/keepalived/lexer.ts.
//
// It is flat: blocks of keywords are not nested rules, so that a brace that is missing while one types does not
// recolour the rest of the file. Only blocks of lines are regions, since their lines begin with data.

import type { Follow, GrammarWords, Group, Rest } from "./grammarWords.ts";
import { type Captures, grammar, include, oneOf, type Rule, scopes } from "./tmLanguage.ts";

const id = "keepalived";
const scope = scopes(id);

/** Where the daemon begins a line of its own: after a newline, a brace, or the head of a condition or a loop (\G). */
const lineStart = String.raw`(?:^|\G|(?<=[{}]))[ \t]*`;
const wordStart = String.raw`(?<![^\s{}"])`;
const wordEnd = String.raw`(?![^\s{}"#!])`;
/** Also before a variable: `192.0.2.$n` begins with a number. */
const partEnd = String.raw`(?![^\s{}"#!$])`;
/** A word without quotes; `\#` and `\!` begin no comment. */
const plain = String.raw`(?:[^\s{}"#!\\$]|\\[#!\\]?|\$(?!\{))+`;
/** A backslash that carries a definition on to the next line. */
const carryOn = String.raw`\\[ \t\r]*\n`;

const restScopes: Readonly<Record<Exclude<Rest, "plain">, string>> = {
  definition: "entity.name.type",
  reference: "support.class",
  string: "string.unquoted",
};

export function keepalivedGrammar(words: GrammarWords): object {
  const directives = words.directives.map((group) => ["directive", group, directive(group)] as const);
  const blocks = words.blocks.map((group) => ["block", group, block(group)] as const);
  const lists = words.lists.map((group) => ["list", group, list(group, words.rootBlocks)] as const);
  const named = (rules: readonly (readonly [string, Group, Rule])[]) =>
    Object.fromEntries(rules.map(([kind, group, rule]) => [`${kind}-${group.name}`, rule]));
  const includes = (rules: readonly (readonly [string, Group, Rule])[]) =>
    rules.map(([kind, group]) => include(`${kind}-${group.name}`));
  return grammar(
    id,
    "scripts/generate/keepalived.grammar.ts",
    [include("comment"), include("line"), include("braces"), include("values")],
    {
      ...common,
      line: {
        patterns: [
          include("condition"),
          include("definition"),
          include("loop"),
          include("include"),
          include("lists"),
          include("blocks"),
          include("directives"),
        ],
      },
      lists: { patterns: includes(lists) },
      blocks: { patterns: includes(blocks) },
      directives: { patterns: includes(directives) },
      ...named(lists),
      ...named(blocks),
      ...named(directives),
    },
  );
}

/** A keyword and the rest of its line. */
function directive({ keywords, follow }: Group): Rule {
  return {
    begin: `${lineStart}(${oneOf(keywords)})${wordEnd}`,
    beginCaptures: { 1: scope("variable.other.property") },
    end: String.raw`(?=[{}\n]|${carryOn})`,
    patterns: [include("comment"), ...following(follow)],
  };
}

/** A keyword that opens a block, up to its brace. */
function block({ keywords, follow }: Group): Rule {
  return {
    begin: `${lineStart}(${oneOf(keywords)})${wordEnd}`,
    beginCaptures: { 1: scope("keyword.control.block") },
    end: String.raw`(?=[{}\n]|${carryOn})`,
    patterns: [include("comment"), ...following(follow)],
  };
}

/** A keyword with its block of lines. */
function list({ keywords, follow, named }: Group, rootBlocks: readonly string[]): Rule {
  const name = named ? `(?:[ \\t]+(${plain}))?` : "";
  return {
    comment: "The same word with a name before the brace may open a block of keywords elsewhere.",
    begin: `${lineStart}(${oneOf(keywords)})${name}(?=[ \\t]*(?:[{#!]|$))`,
    beginCaptures: { 1: scope("keyword.control.block"), ...(named ? { 2: scope(restScopes.definition) } : {}) },
    end: String.raw`\}|(?=^[ \t]*${oneOf(rootBlocks)}${wordEnd})`,
    endCaptures: { 0: scope("punctuation.section.block.end") },
    patterns: [
      include("comment"),
      include("loopHead"),
      include("conditionHead"),
      include("include"),
      include("definition"),
      { match: String.raw`\{`, ...scope("punctuation.section.block.begin") },
      ...following(follow),
    ],
  };
}

function following({ constants, options, numbers, rest }: Follow): readonly Rule[] {
  const choice = (list: readonly string[], name: string): readonly Rule[] =>
    list.length === 0 ? [] : [{ match: `${wordStart}${oneOf(list)}${wordEnd}`, ...scope(name) }];
  return [
    include("quoted"),
    include("variable"),
    ...choice(options, "keyword.other.option"),
    ...choice(constants, "constant.language"),
    ...(numbers ? [include("numbers")] : []),
    ...(rest === "plain" ? [] : [{ match: plain, ...scope(restScopes[rest]), captures: escapes }]),
    include("escape"),
  ];
}

const escapes: Captures = { 0: { patterns: [include("variable"), include("escape")] } };

const common: Readonly<Record<string, Rule>> = {
  comment: {
    begin: "[#!]",
    beginCaptures: { 0: scope("punctuation.definition.comment") },
    end: String.raw`(?=\n)`,
    ...scope("comment.line.number-sign"),
  },
  braces: {
    patterns: [
      { match: String.raw`\{`, ...scope("punctuation.section.block.begin") },
      { match: String.raw`\}`, ...scope("punctuation.section.block.end") },
    ],
  },
  values: {
    patterns: [include("quoted"), include("variable"), include("numbers"), include("escape"), include("word")],
  },
  word: { comment: "Keeps the parts of a word from being taken for words.", match: plain, captures: escapes },
  quoted: {
    comment: "A quote that is not closed ends with its line.",
    begin: '"',
    beginCaptures: { 0: scope("punctuation.definition.string.begin") },
    end: String.raw`(")|(?=\n)`,
    endCaptures: { 1: scope("punctuation.definition.string.end") },
    ...scope("string.quoted.double"),
    patterns: [include("variable")],
  },
  variable: {
    patterns: [
      {
        match: String.raw`(\$\{)([A-Za-z_]\w*)(?:[ \t]+([^{}"\n]*))?(\})`,
        ...scope("variable.other.readwrite"),
        captures: {
          1: scope("punctuation.definition.variable.begin"),
          3: scope("variable.parameter"),
          4: scope("punctuation.definition.variable.end"),
        },
      },
      {
        comment: "Without braces it counts only before a blank, a comma, a closing parenthesis or the end.",
        match: String.raw`(\$)[A-Za-z_]\w*(?=[ \t\n,)"]|$)`,
        ...scope("variable.other.readwrite"),
        captures: { 1: scope("punctuation.definition.variable") },
      },
    ],
  },
  escape: { match: String.raw`\\[#!\\]`, ...scope("constant.character.escape") },
  numbers: {
    patterns: [
      {
        comment: "IPv4 address, with a prefix length, a network mask or the end of a range",
        match: String.raw`${wordStart}\d{1,3}(?:\.\d{1,3}){3}(?:-\d{1,3}(?:\.\d{1,3}){0,3}|/\d{1,2}(?:\.\d{1,3}){0,3})?${wordEnd}`,
        ...scope("constant.numeric.address"),
      },
      {
        comment: "IPv6 or hardware address",
        match: String.raw`${wordStart}(?=[^\s{}"#!:]*:[^\s{}"#!:]*:)[\dA-Fa-f:]+(?:\d+(?:\.\d+){3})?(?:%[\w.-]+)?(?:-[\dA-Fa-f:]+|/\d{1,3})?${wordEnd}`,
        ...scope("constant.numeric.address"),
      },
      { match: String.raw`${wordStart}[+-]?0[xX][\dA-Fa-f]+${wordEnd}`, ...scope("constant.numeric.hex") },
      {
        comment: "A number, or a range of them",
        match: String.raw`${wordStart}[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:-\d+)?${wordEnd}`,
        ...scope("constant.numeric"),
      },
      {
        comment: "The part of an address or number that stands before a variable, and the one behind",
        match: String.raw`${wordStart}\d[\dA-Fa-f.:]*(?=\$)|(?<=\})[\d.:]*\d(?:/\d{1,3})?${partEnd}`,
        ...scope("constant.numeric"),
      },
    ],
  },
  condition: {
    begin: String.raw`${lineStart}(@\^?)([^\s{}"#!]*)[ \t]*`,
    beginCaptures: {
      0: scope("keyword.control.conditional"),
      1: scope("punctuation.definition.condition"),
      2: scope("entity.name.label"),
    },
    end: String.raw`(?!\G)`,
    patterns: [include("line")],
  },
  conditionHead: {
    match: String.raw`(?:^|(?<=\{))[ \t]*(@\^?)([^\s{}"#!]*)`,
    ...scope("keyword.control.conditional"),
    captures: { 1: scope("punctuation.definition.condition"), 2: scope("entity.name.label") },
  },
  definition: {
    begin: String.raw`${lineStart}((\$)[A-Za-z_]\w*)(=)`,
    beginCaptures: {
      1: scope("variable.other.definition"),
      2: scope("punctuation.definition.variable"),
      3: scope("keyword.operator.assignment"),
    },
    end: String.raw`(?=\n)`,
    applyEndPatternLast: true,
    ...scope("meta.definition"),
    patterns: [
      { match: carryOn, ...scope("constant.character.escape.line-continuation") },
      { comment: "Empty lines after a backslash are skipped.", match: String.raw`^[ \t\r]*\n` },
      {
        begin: "[#!]",
        beginCaptures: { 0: scope("punctuation.definition.comment") },
        end: String.raw`(?=\n|${carryOn})`,
        ...scope("comment.line.number-sign"),
      },
      include("line"),
      include("braces"),
      include("values"),
    ],
  },
  loop: {
    begin: String.raw`${lineStart}(~(?:SEQx?|LST))[ \t]*(\()([^)\n]*)(\))?[ \t]*`,
    beginCaptures: {
      1: scope("keyword.control.loop"),
      2: scope("punctuation.section.parens.begin"),
      3: { patterns: [include("loopParts")] },
      4: scope("punctuation.section.parens.end"),
    },
    end: String.raw`(?!\G)`,
    patterns: [include("line")],
  },
  loopHead: {
    match: String.raw`(?:^|(?<=[{)]))[ \t]*(~(?:SEQx?|LST))[ \t]*(\()([^)\n]*)(\))?`,
    captures: {
      1: scope("keyword.control.loop"),
      2: scope("punctuation.section.parens.begin"),
      3: { patterns: [include("loopParts")] },
      4: scope("punctuation.section.parens.end"),
    },
  },
  loopParts: {
    patterns: [
      include("variable"),
      { match: String.raw`(?<=\()[ \t]*(\w+)`, captures: { 1: scope("variable.parameter") } },
      {
        comment: "~LST({a, b}, {1, 2}, …): several names at once",
        match: String.raw`(?<=\()[ \t]*(\{)([^{}]*)(\})`,
        captures: {
          1: scope("punctuation.section.braces.begin"),
          2: scope("variable.parameter"),
          3: scope("punctuation.section.braces.end"),
        },
      },
      { match: ",", ...scope("punctuation.separator") },
      { match: "[{}]", ...scope("punctuation.section.braces") },
      { match: String.raw`(?<![^\s,({])[+-]?(?:0[xX][\dA-Fa-f]+|\d+)(?![^\s,)}])`, ...scope("constant.numeric") },
      { match: String.raw`[^\s,{}]+`, ...scope("string.unquoted") },
    ],
  },
  include: {
    begin: String.raw`${lineStart}(include[rmwba]?)(?=[ \t])`,
    beginCaptures: { 1: scope("keyword.control.directive.include") },
    end: String.raw`(?=\n)`,
    ...scope("meta.directive.include"),
    patterns: [
      include("comment"),
      include("quoted"),
      include("variable"),
      { match: String.raw`(?:[^\s"#!\\$]|\\[#!\\]?|\$(?!\{))+`, ...scope("string.unquoted.path"), captures: escapes },
    ],
  },
};
