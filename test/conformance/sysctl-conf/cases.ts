/** The lines that sysctl is asked about: those of the table, those of the rules' examples, and slips in both. */
import { root } from "../../../server/src/core/languages/sysctl-conf/schema/index.ts";
import { exchange } from "../../../server/src/core/languages/sysctl-conf/syntax/key.ts";
import { Random } from "../random.ts";
import { ruleExamples } from "../ruleExamples.ts";

export interface Line {
  readonly kind: "table" | "example" | "mutant";
  readonly text: string;
}

/** The example lines of every key that holds in a version. */
export function tableLines(): readonly Line[] {
  return root.keywords.flatMap(({ ok, bad }) => [...ok, ...bad].map((text) => ({ kind: "table" as const, text })));
}

/** The lines of the rules' examples. */
export function exampleLines(version: string): readonly Line[] {
  const texts = ruleExamples("sysctl-conf", "sysctl.conf", version).flatMap(({ text }) => text.split("\n"));
  return [...new Set(texts)].filter((text) => text.trim() !== "").map((text) => ({ kind: "example", text }));
}

const values = [
  ..."0 1 2 3 4 9 -1 -2 +1 010 08 0x10 0X1f 1.5 1k 5s x on 1,2 '1' 255 256 65535 65536 2147483647 2147483648".split(
    " ",
  ),
  ..."4294967296 99999999999 -2147483648 -2147483649 1024-65535 21474837 cubic".split(" "),
  "1 # a comment",
  "1 x",
  "1024 2048",
  "2048 1024",
  "4096 8192 16384",
  "1\t2",
  "",
];

type Slip = (key: string, value: string, random: Random) => string;

/** What people do to a line. */
const slips: readonly Slip[] = [
  (key, _value, random) => `${key} = ${random.pick(values) ?? ""}`,
  (key, _value, random) => `${key}=${random.pick(values) ?? ""}`,
  (key, _value, random) => `  ${exchange(key)}\t=\t${random.pick(values) ?? ""}  `,
  (key, value) => `${key} ${value}`,
  (key, value) => `${key}: ${value}`,
  (key, value) => `${key} == ${value}`,
  (key, value) => `-${key} = ${value}`,
  (key) => `-${key}`,
  (key) => key,
  (key) => `${key} =`,
  (key, value) => `${key} extra = ${value}`,
  (key, value) => `${key.replace(/^(net\.[^.]+)\./, "$1/")} = ${value}`,
  (key, value) => `${key.replace(/\.conf\.\w+\./, ".conf.eth0.100.")} = ${value}`,
  (key, value) => `${key.replace(/\.conf\.\w+\./, ".conf.eth0/100.")} = ${value}`,
  (key, value) => `${key.replace(/\.conf\.\w+\./, ".conf.eth*.")} = ${value}`,
  (key, value, random) => {
    const at = 4 + random.below(key.length - 4);
    return `${key.slice(0, at)}${key.slice(at + 1)} = ${value}`;
  },
];

/** So many lines with a slip in them, the same in every run with one seed. */
export function mutants(lines: readonly Line[], count: number, seed: number): readonly Line[] {
  const random = new Random(seed);
  const made: Line[] = [];
  while (made.length < count) {
    const [, key = "", value = ""] = /^\s*([\w./*-]+)\s*=\s*(.*?)\s*$/.exec(random.pick(lines)?.text ?? "") ?? [];
    const slip = random.pick(slips);
    if (key.startsWith("net.") && slip !== undefined) made.push({ kind: "mutant", text: slip(key, value, random) });
  }
  return made;
}
