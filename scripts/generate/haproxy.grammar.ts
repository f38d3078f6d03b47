// The TextMate grammar of haproxy.cfg, written by hand but for the lists of words. It is what shows before the
// language server answers, and where there is none; the rules of words, quotes and comments are those of
// server/src/core/languages/haproxy/syntax/words.ts.
//
// It is flat: a keyword is coloured in whatever section it stands, and nothing reaches beyond its line.

import type { HaproxyWords, Line, LineGroup } from "./haproxyWords.ts";
import { type Captures, grammar, include, oneOf, type Repository, type Rule, scopes } from "./tmLanguage.ts";

const id = "haproxy";
const scope = scopes(id);

const wordStart = String.raw`(?<!\S)`;
const wordEnd = String.raw`(?=[\s#]|$)`;
/** Behind the name of a fetch or a converter. */
const callEnd = String.raw`(?=[(,\s\]"'#]|$)`;
/** A word without quotes, and any word. */
const plain = String.raw`(?:[^\s"'#\\]|\\.)+`;
const anyWord = String.raw`(?:"(?:[^"\\]|\\.)*"|'[^']*'|${plain})`;
/** A name: neither a quoted word nor a log format nor a template. */
const name = String.raw`[^\s"'#%{]+`;

export function haproxyGrammar(words: HaproxyWords): object {
  const lines = words.groups.map((group) => [`line-${group.name}`, lineRule(group)] as const);
  return grammar(
    id,
    "scripts/generate/haproxy.grammar.ts",
    [
      include("comment"),
      include("templateLine"),
      include("directive"),
      include("section"),
      include("lines"),
      ...values,
    ],
    {
      comment: {
        begin: "#",
        beginCaptures: { 0: scope("punctuation.definition.comment") },
        end: "$",
        ...scope("comment.line.number-sign"),
      },
      ...preprocessing(words),
      section: section(words),
      lines: { patterns: [...lines.map(([key]) => include(key)), include("beginning")] },
      beginning: beginning(words),
      ...Object.fromEntries(lines),
      ...conditions(words),
      ...samples(words),
      ...strings(words),
      ...plainValues,
    },
  );
}

const values: readonly Rule[] = [
  include("template"),
  include("quoted"),
  include("embedded"),
  include("numbers"),
  include("escape"),
];

/** Lines that begin with a dot, and what template engines put between the lines. */
function preprocessing({ directives, predicates }: HaproxyWords): Repository {
  return {
    directive: {
      begin: `^[ \\t]*(${oneOf(directives)})${wordEnd}`,
      beginCaptures: { 1: scope("keyword.control.directive") },
      end: "$",
      ...scope("meta.preprocessor"),
      patterns: [
        include("comment"),
        { match: `${oneOf(predicates)}(?=\\()`, ...scope("support.function.predicate") },
        { match: String.raw`&&|\|\||!`, ...scope("keyword.operator.logical") },
        include("arguments"),
        ...values,
      ],
    },
    templateLine: { match: String.raw`^[ \t]*(?:\{%.*%\}|<%.*%>)[ \t]*$`, ...scope("meta.preprocessor.template") },
    template: {
      match: String.raw`(\{\{).*?(\}\})|(<%=).*?(%>)`,
      ...scope("variable.other.template"),
      captures: Object.fromEntries([1, 2, 3, 4].map((number) => [number, scope("punctuation.section.embedded")])),
    },
  };
}

function section({ sections }: HaproxyWords): Rule {
  return {
    begin: `^[ \\t]*(${oneOf(sections)})${wordEnd}`,
    beginCaptures: { 1: scope("keyword.control.section") },
    end: "$",
    patterns: [
      include("comment"),
      include("template"),
      { match: String.raw`\G[ \t]+(?!from[ \t])(${name})`, captures: { 1: scope("entity.name.type") } },
      {
        match: String.raw`(?<=[ \t])(from)[ \t]+(${name})`,
        captures: { 1: scope("keyword.other.option"), 2: scope("support.class") },
      },
      ...values,
    ],
  };
}

/** A keyword and the rest of its line. The first word says what it is about, the others which one of the kind it is. */
function lineRule({ keywords, line }: LineGroup): Rule {
  const tails = keywords.filter((keyword) => keyword.includes(" ")).map((keyword) => keyword.replace(/^\S+ /, ""));
  const tail = tails.length === 0 ? "" : `(?:[ \\t]+(${oneOf(tails)})(?=[\\s(#]|$))?`;
  const first = line.first === undefined ? "" : `(?:[ \\t]+(${name}))?`;
  const at = tails.length === 0 ? 3 : 4;
  return {
    begin: `^[ \\t]*(?:(no|default)[ \\t]+)?(?=${exactly(keywords)}(?=[\\s(#]|$))([^\\s(#]+)${tail}${first}`,
    beginCaptures: {
      1: scope("keyword.control.negation"),
      2: scope("variable.other.property"),
      ...(tails.length === 0 ? {} : { 3: scope("support.function") }),
      ...(line.first === undefined
        ? {}
        : { [at]: scope(line.first === "definition" ? "entity.name.type" : "support.class") }),
    },
    end: "$",
    patterns: [include("comment"), ...following(line, keywords)],
  };
}

/** The first word of keywords of several words while the second one is being typed, or is not known. */
function beginning({ groups }: HaproxyWords): Rule {
  const heads = groups.flatMap(({ keywords }) =>
    keywords.filter((one) => one.includes(" ")).map((one) => one.split(" ")[0] ?? ""),
  );
  return {
    match: `^[ \\t]*(?:(no|default)[ \\t]+)?(${oneOf([...new Set(heads)].sort())})${wordEnd}`,
    captures: { 1: scope("keyword.control.negation"), 2: scope("variable.other.property") },
  };
}

/** The keywords as an alternative, by their first words. */
function exactly(keywords: readonly string[]): string {
  const byHead = new Map<string, string[]>();
  for (const keyword of keywords) {
    const [head = "", ...others] = keyword.split(" ");
    byHead.set(head, [...(byHead.get(head) ?? []), others.join(" ")]);
  }
  const singles = [...byHead].filter(([, tails]) => tails.includes("")).map(([head]) => head);
  const several = [...byHead].flatMap(([head, tails]) => {
    const longer = tails.filter((one) => one !== "");
    return longer.length === 0 ? [] : [`${oneOf([head])}[ \\t]+${oneOf(longer)}`];
  });
  return `(?:${[...several, ...(singles.length === 0 ? [] : [oneOf(singles)])].join("|")})`;
}

function following(line: Line, keywords: readonly string[]): readonly Rule[] {
  const choice = (list: readonly string[], kind: string): readonly Rule[] =>
    list.length === 0 ? [] : [{ match: `${wordStart}${oneOf(list)}(?=[\\s(#]|$)`, ...scope(kind) }];
  const regexWord = { ...scope("string.regexp"), patterns: [include("regexParts")] };
  const regex: readonly Rule[] = [
    ...(line.regex === "first" ? [{ match: `\\G[ \\t]+(${anyWord})`, captures: { 1: regexWord } }] : []),
    ...(line.regex === "second"
      ? [
          {
            match: `\\G[ \\t]+(${name})[ \\t]+(${anyWord})`,
            captures: { 1: scope("string.unquoted"), 2: regexWord },
          },
        ]
      : []),
    ...(line.regexOptions.length > 0
      ? [
          {
            match: `${wordStart}(${oneOf(line.regexOptions)})[ \\t]+(${anyWord})`,
            captures: { 1: scope("keyword.other.option"), 2: regexWord },
          },
        ]
      : []),
  ];
  if (keywords.includes("acl")) return [include("template"), include("criterion")];
  return [
    ...regex,
    include("template"),
    include(line.format ? "quotedFormat" : "quoted"),
    ...(line.condition ? [include("condition")] : []),
    include("arguments"),
    ...choice(line.options, "keyword.other.option"),
    ...choice(line.constants, "constant.language"),
    ...(line.samples ? [include("sample")] : []),
    include("embedded"),
    ...(line.format ? [include("aliases")] : []),
    include("numbers"),
    include("escape"),
    include("word"),
  ];
}

/** `if` and `unless`, with named ACLs and those in braces; and what ACLs are made of. */
function conditions({ predefinedAcls, criteria, fetches, methods }: HaproxyWords): Repository {
  const isRegex = (word: string) => /_reg$/.test(word);
  const end = String.raw`(?=\s\}(?:\s|$))|$`;
  return {
    condition: {
      begin: `${wordStart}(?:if|unless)${wordEnd}`,
      beginCaptures: { 0: scope("keyword.control.conditional") },
      end: "$",
      ...scope("meta.condition"),
      patterns: [
        include("comment"),
        include("template"),
        {
          begin: String.raw`(?<=[\s!])\{(?=\s|$)`,
          beginCaptures: { 0: scope("punctuation.section.braces.begin") },
          end: String.raw`(?<=\s)\}(?=[\s#]|$)|$`,
          endCaptures: { 0: scope("punctuation.section.braces.end") },
          patterns: [include("criterion")],
        },
        { match: `${wordStart}(?:or|\\|\\|)${wordEnd}`, ...scope("keyword.operator.logical") },
        { match: "!", ...scope("keyword.operator.logical") },
        { match: `(?<=[\\s!])${oneOf(predefinedAcls)}${wordEnd}`, ...scope("constant.language") },
        { match: String.raw`(?<=[\s!])[\w.:-]+${wordEnd}`, ...scope("support.class") },
        include("quoted"),
      ],
    },
    criterion: {
      patterns: [
        include("comment"),
        include("template"),
        {
          begin: `${wordStart}(${oneOf(criteria.filter(isRegex))})${callEnd}`,
          beginCaptures: { 1: scope("support.function.sample") },
          end,
          patterns: [include("calls"), include("flags"), include("regexWord")],
        },
        {
          begin: `${wordStart}(-m)[ \\t]+(regm?)${wordEnd}`,
          beginCaptures: { 1: scope("keyword.other.option"), 2: scope("constant.language") },
          end,
          patterns: [include("flags"), include("regexWord")],
        },
        {
          begin: `${wordStart}(${oneOf([...fetches, ...criteria.filter((word) => !isRegex(word))])})${callEnd}`,
          beginCaptures: { 1: scope("support.function.sample") },
          end: String.raw`(?=\s)|$`,
          patterns: [include("calls")],
        },
        {
          match: `${wordStart}(-m)[ \\t]+(${oneOf(methods)})${wordEnd}`,
          captures: { 1: scope("keyword.other.option"), 2: scope("constant.language") },
        },
        include("flags"),
        { match: `${wordStart}(?:eq|ge|gt|le|lt)${wordEnd}`, ...scope("keyword.operator.comparison") },
        include("quoted"),
        include("numbers"),
        include("escape"),
        include("word"),
      ],
    },
    flags: { match: `${wordStart}-(?:[ifmnMu]|-)${wordEnd}`, ...scope("keyword.other.option") },
    regexWord: {
      patterns: [
        include("comment"),
        { match: anyWord, ...scope("string.regexp"), captures: { 0: { patterns: [include("regexParts")] } } },
      ],
    },
    regexParts: {
      patterns: [
        { match: String.raw`\\.`, ...scope("constant.character.escape.regexp") },
        { match: String.raw`\[(?:[^\]\\]|\\.)*\]`, ...scope("constant.other.character-class.regexp") },
        { match: String.raw`[*+?]|\{\d*,?\d*\}`, ...scope("keyword.operator.quantifier.regexp") },
        { match: "[()|^$]", ...scope("keyword.control.anchor.regexp") },
      ],
    },
  };
}

/** Expressions: a fetch with its arguments, and converters behind commas. */
function samples({ fetches, converters }: HaproxyWords): Repository {
  const fetch = { match: `(?<![\\w.,-])${oneOf(fetches)}${callEnd}`, ...scope("support.function.sample") };
  /** What ends a call that lacks its parenthesis depends on what stands around it. */
  const calls = (stop: string): readonly Rule[] => [
    {
      match: `(,)(?:(${oneOf(converters)})${callEnd})?`,
      captures: { 1: scope("punctuation.separator.converter"), 2: scope("support.function.converter") },
    },
    {
      begin: String.raw`\(`,
      beginCaptures: { 0: scope("punctuation.section.arguments.begin") },
      end: String.raw`(\))|(?=${stop})|$`,
      endCaptures: { 1: scope("punctuation.section.arguments.end") },
      patterns: [include("argumentParts"), ...(stop === String.raw`\s` ? [include("quoted")] : [])],
    },
  ];
  const embedded = (stop: string): Rule => ({
    begin: String.raw`(%(?:\([^)\s]*\))?(?:\{[^}\s]*\})?\[)`,
    beginCaptures: { 1: scope("punctuation.section.embedded.begin") },
    end: String.raw`(\])|(?=${stop})|$`,
    endCaptures: { 1: scope("punctuation.section.embedded.end") },
    ...scope("meta.embedded.expression"),
    patterns: [...calls(stop), fetch],
  });
  const [outside, inDouble, inSingle] = [String.raw`\s`, '"', "'"];
  return {
    sample: {
      begin: `${wordStart}(${oneOf(fetches)})${callEnd}`,
      beginCaptures: { 1: scope("support.function.sample") },
      end: String.raw`(?=\s)|$`,
      patterns: [include("calls")],
    },
    calls: { patterns: calls(outside) },
    arguments: {
      begin: String.raw`(?<=[\w.-])\(`,
      beginCaptures: { 0: scope("punctuation.section.arguments.begin") },
      end: String.raw`(\))|(?=\s)|$`,
      endCaptures: { 1: scope("punctuation.section.arguments.end") },
      patterns: [include("argumentParts"), include("quoted")],
    },
    argumentParts: {
      patterns: [
        include("template"),
        include("environment"),
        { match: String.raw`\\.`, ...scope("constant.character.escape") },
        { match: ",", ...scope("punctuation.separator.argument") },
        {
          match: String.raw`(?<=[(,])(?:proc|sess|txn|req|res|check)\.[\w.]+(?=[,)])`,
          ...scope("variable.other.readwrite"),
        },
        { match: String.raw`(?<=[(,])-?\d+(?:us|ms|[smhd])?(?=[,)])`, ...scope("constant.numeric") },
        { match: String.raw`[^\s,()"'\\$]+`, ...scope("string.unquoted") },
      ],
    },
    embedded: embedded(outside),
    embeddedInDouble: embedded(inDouble),
    embeddedInSingle: embedded(inSingle),
  };
}

/** Quoted words; those of log formats hold aliases such as `%ci`. */
function strings({ aliases }: HaproxyWords): Repository {
  const quoted = (extra: readonly Rule[]): Rule => ({
    patterns: [
      string('"', "double", [
        { match: String.raw`\\.`, ...scope("constant.character.escape") },
        include("environment"),
        include("template"),
        include("embeddedInDouble"),
        ...extra,
      ]),
      string("'", "single", [include("template"), include("embeddedInSingle"), ...extra]),
    ],
  });
  return {
    quoted: quoted([]),
    quotedFormat: quoted([include("aliases")]),
    aliases: {
      patterns: [
        { match: "%%", ...scope("constant.character.escape") },
        {
          match: String.raw`%(?:\([^)\s]*\))?(?:\{[^}\s]*\})?[+-]?(?:${oneOf([...aliases, "o"])})(?![A-Za-z])`,
          ...scope("constant.character.format.placeholder"),
        },
      ],
    },
    environment: {
      match: String.raw`(\$\{)[^}"\n]*(\})|(\$)[A-Za-z_]\w*`,
      ...scope("variable.other.readwrite"),
      captures: {
        1: scope("punctuation.definition.variable.begin"),
        2: scope("punctuation.definition.variable.end"),
        3: scope("punctuation.definition.variable"),
      },
    },
  };
}

/** A quote that is not closed ends with its line. */
function string(quote: string, kind: string, patterns: readonly Rule[]): Rule {
  return {
    begin: quote,
    beginCaptures: { 0: scope("punctuation.definition.string.begin") },
    end: `(${quote})|$`,
    endCaptures: { 1: scope("punctuation.definition.string.end") },
    ...scope(`string.quoted.${kind}`),
    patterns,
  };
}

const family: Captures = { 1: scope("storage.type.address") };
const addressStart = String.raw`(?<![^\s,@(])`;
const addressEnd = String.raw`(?=[\s,)#]|$)`;
const port = String.raw`(?::[+-]?\d+(?:-\d+)?)?`;

const plainValues: Repository = {
  escape: { match: String.raw`\\(?:x[\dA-Fa-f]{2}|.)`, ...scope("constant.character.escape") },
  word: {
    comment: "Up to a log format, which a word may have in its middle",
    match: String.raw`(?:[^\s"'#\\%]|\\.|%(?![\[{(A-Za-z%]))+|%`,
    ...scope("string.unquoted"),
    captures: { 0: { patterns: [include("escape")] } },
  },
  numbers: {
    patterns: [
      {
        comment: "How an address is to be read: ipv4@, unix@, fd@",
        match: String.raw`(?<![^\s,])((?:ip|ipv4|ipv6|tcp4?|tcp6|udp4?|udp6|unix|uxst|uxdg|abnsz?|fd|sockpair|quic4|quic6|mptcp4?|mptcp6|rhttp|ring)@)`,
        captures: family,
      },
      {
        comment: "IPv4 address with a prefix length or mask, and perhaps a port",
        match: String.raw`${addressStart}\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2}(?:\.\d{1,3}){0,3})?${port}${addressEnd}`,
        ...scope("constant.numeric.address"),
      },
      {
        comment: "IPv6 address, in brackets or not",
        match: String.raw`${addressStart}(?:\[[\dA-Fa-f:.]+\]${port}|(?=[\dA-Fa-f]*:[\dA-Fa-f]*:)[\dA-Fa-f:.]+(?:/\d{1,3})?)${addressEnd}`,
        ...scope("constant.numeric.address"),
      },
      {
        comment: "Between the addresses of a list",
        match: String.raw`,(?=[\d*\[:])`,
        ...scope("punctuation.separator.list"),
      },
      {
        comment: "A port of any address",
        match: String.raw`${addressStart}\*?:\d+(?:-\d+)?${addressEnd}`,
        ...scope("constant.numeric.address"),
      },
      { match: String.raw`${addressStart}0[xX][\dA-Fa-f]+${addressEnd}`, ...scope("constant.numeric.hex") },
      {
        comment: "A number, a range, a time or a size",
        match: String.raw`${addressStart}[+-]?\d+(?:\.\d+)?(?:[-:]\d+|(us|ms|[smhdkKMGg%]))?(?=[\s,):#]|$)`,
        ...scope("constant.numeric"),
        captures: { 1: scope("keyword.other.unit") },
      },
    ],
  },
};
