/** Slips in numbers, times, sizes and addresses. */
import { type Mutation, onWord } from "./words.ts";

/** Where ranges end, of whatever: each number is one of some keyword. */
const edges = [
  -1, 0, 1, 2, 7, 8, 16, 63, 64, 65, 99, 100, 101, 255, 256, 257, 599, 600, 999, 1000, 1023, 1024, 1025, 65535, 65536,
  16777215, 16777216, 2147483647, 2147483648, 4294967295, 4294967296,
];
const junk = ["abc", "1O", "10x", "0x10", "1.5", "-", "1,5", "1e3", "99999999999999999999", "+1"];
const units = ["us", "ms", "s", "m", "h", "d", "k", "g", "sec", "min", "S", "y", " s"];

const isNumber = (text: string) => /^-?\d+$/.test(text);
const isMeasure = (text: string) => /^\d+(?:us|ms|[smhdkMgG])$/.test(text);
const isAddress = (text: string) => /^(?:\w+@)?[\d.]*(?:\[[\da-f:]*\])?:\d+(?:-\d+)?$/.test(text);

export const numberAtAnEdge: Mutation = onWord(
  (word, position) => position > 0 && isNumber(word.text),
  (_, random) => String(random.pick(edges)),
);

export const numberTooLarge: Mutation = onWord(
  (word, position) => position > 0 && (isNumber(word.text) || isMeasure(word.text)),
  (word) => word.replace(/^-?\d+/, "$&00000"),
);

export const numberJunk: Mutation = onWord(
  (word, position) => position > 0 && isNumber(word.text),
  (_, random) => random.pick(junk),
);

export const unitMissing: Mutation = onWord(
  (word, position) => position > 0 && isMeasure(word.text),
  (word) => word.replace(/\D+$/, ""),
);

export const unitWrong: Mutation = onWord(
  (word, position) => position > 0 && isMeasure(word.text),
  (word, random) => word.replace(/\D+$/, random.pick(units) ?? ""),
);

export const portMissing: Mutation = onWord(
  (word, position) => position > 0 && isAddress(word.text),
  (word) => word.replace(/:[\d-]+$/, ""),
);

export const portWrong: Mutation = onWord(
  (word, position) => position > 0 && isAddress(word.text),
  (word, random) =>
    word.replace(/:[\d-]+$/, `:${random.pick(["0", "65536", "http", "", "9000-8000", "-1", "+0", "1-"])}`),
);

export const addressWrong: Mutation = onWord(
  (word) => /^[\d.]+(?::\d+|\/\d+)?$/.test(word.text) && word.text.includes("."),
  (word, random) => {
    const edits = [
      word.replace(/^\d+/, "256"),
      word.replace(/\.\d+/, ""),
      word.replace(".", ","),
      word.replace(/(?:\/\d+)?$/, "/33"),
      word.replace(/^/, "ipv6@"),
      word.replace(/^/, "unix@"),
      word.replace(/\.(?=\d+$|\d+[:/])/, ".0"),
    ];
    return random.pick(edits);
  },
);
