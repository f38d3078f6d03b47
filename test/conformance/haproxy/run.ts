// Compares this project with the installed HAProxy; `../suite.ts` says how, and which options there are. Another one is
// judged with when the environment variable HAPROXY names its program.

import fs from "node:fs";
import type { Accepted } from "../case.ts";
import { check } from "../ours.ts";
import { ruleExamples } from "../ruleExamples.ts";
import { soundExamples } from "../soundExamples.ts";
import { runSuite } from "../suite.ts";
import { bases, main } from "./bases.ts";
import { daemonVersion, judge, requireDaemon } from "./daemon.ts";
import { mutants } from "./mutate.ts";
import { rewrittenLines } from "./upgrades.ts";

requireDaemon();
const { full, series } = daemonVersion();

await runSuite({
  daemon: "haproxy",
  version: full,
  main,
  bases: bases(series),
  sound: soundExamples(main),
  examples: {
    "example of a rule": ruleExamples("haproxy", main, series),
    "rewritten line": rewrittenLines(series),
  },
  count: 1000,
  mutants,
  judge: (files) => judge(files, main),
  check: (files) => check("haproxy", files, main, series),
  accepted: JSON.parse(fs.readFileSync(new URL("./accepted.json", import.meta.url), "utf8")) as readonly Accepted[],
  goals: { refusals: 0.97, warnings: 0.9 },
});
