/** Slips in sample expressions, log formats and conditions. */
import { drop, replaceLetter, wordsWhere } from "../../slips.ts";
import { type Line, statements } from "../outline.ts";
import { onText } from "./marks.ts";
import { type Mutation, onWord } from "./words.ts";

/** A fetch, at the start of an expression; a converter comes behind a comma. */
const fetch = /(?<=%\[|\{ |\bacl \S+ )[a-z][\w.]*/g;
const converter = /(?<=[\w)],)[a-z][\w.]*(?=[(,\]\s])/g;
const fetches = [
  "src",
  "path",
  "req.hdr(host)",
  "int(1)",
  "ssl_fc",
  "res.hdr(x)",
  "be_name",
  "status",
  "var(txn.a)",
  "dst_port",
  "req.ssl_sni",
  "nbsrv",
  "always_true",
  "bool(a)",
  "str",
];
const converters = [
  "lower",
  "hex",
  "field(1,.)",
  "ipmask(24)",
  "add(1)",
  "bool",
  "map(x)",
  "length",
  "word(1)",
  "base64",
  "json",
  "in_table",
  "not",
  "upper()",
];
const flags = [
  "-i",
  "-n",
  "-u",
  "-f",
  "-M",
  "-m",
  "-x",
  "--",
  "-m str",
  "-m int",
  "-m ip",
  "-m reg",
  "-m bin",
  "-m len",
  "-m bool",
  "-m found",
  "-m wrong",
];

const isConditional = ({ words }: Line) => words.some(({ text }) => text === "if" || text === "unless");

/** Edits a word behind `if` or `unless`. */
function inCondition(edit: (word: string) => string): Mutation {
  return (lines, random) => {
    const places = wordsWhere(statements(lines).filter(isConditional), (word, position, line) => {
      const start = line.words.findIndex(({ text }) => text === "if" || text === "unless");
      return position > start && word.text !== "";
    });
    const place = random.pick(places);
    return place && onWord((word) => word === place.word, edit)(lines, random);
  };
}

export const fetchMisspelled: Mutation = onText(fetch, (name, random) => replaceLetter(name, random));
export const fetchReplaced: Mutation = onText(fetch, (_, random) => random.pick(fetches));
export const converterMisspelled: Mutation = onText(converter, (name, random) => drop(name, random));
export const converterReplaced: Mutation = onText(converter, (_, random) => random.pick(converters));
export const converterAdded: Mutation = onText(/(?<=%\[[^\]\s]*)\]/g, (_, random) => `,${random.pick(converters)}]`);
export const fetchForConverter: Mutation = onText(converter, (_, random) => random.pick(fetches));
export const argumentsGone: Mutation = onText(/\([^()\s]*\)/g, (_, random) => random.pick(["", "()", "(,)"]));
export const argumentAdded: Mutation = onText(/(?<=\([^()\s]+)\)/g, (_, random) =>
  random.pick([",1)", ",x)", ",)", ",-1)", ",1,2,3)"]),
);
export const argumentReplaced: Mutation = onText(/(?<=[(,])[\w.-]+(?=[,)])/g, (_, random) =>
  random.pick(["0", "-1", "x", "txn.x", "1.2.3.4", "", "9999999999", "sha256", "32"]),
);
export const aliasMisspelled: Mutation = onText(/(?<=%)[a-zA-Z]{1,3}\b/g, (name, random) =>
  replaceLetter(name, random),
);
export const variableScope: Mutation = onText(/\b(?:proc|sess|txn|req|res|check)(?=\.\w)/g, (_, random) =>
  random.pick(["tnx", "session", "proc", "sess", "req", "res", "TXN"]),
);

export const flagChanged: Mutation = onText(/(?<=\s)-(?:m \w+|[a-zA-Z-])(?=\s)/g, (_, random) => random.pick(flags));
export const flagAdded: Mutation = onText(/(?<=\bacl \S+ \S+) /g, (_, random) => ` ${random.pick(flags)} `);
export const conditionWordDropped: Mutation = onText(/(?<=\s)(?:if|unless) /g, () => "");
export const conditionWordReplaced: Mutation = onText(/(?<=\s)(?:if|unless)(?=\s)/g, (_, random) =>
  random.pick(["when", "If", "if if", "and", "unless if", "if !"]),
);
export const operatorChanged: Mutation = onText(/(?<=\s)(?:or|\|\||!)(?=[\s\w{])/g, (_, random) =>
  random.pick(["and", "&&", "", "or or", "|", "not "]),
);
export const conditionTermAdded: Mutation = inCondition((word) => `${word} or`);
export const conditionTermNegated: Mutation = inCondition((word) => `!${word}`);
