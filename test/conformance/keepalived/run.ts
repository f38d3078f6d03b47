// Compares this project with the installed keepalived; `../suite.ts` says how, and which options there are. Another
// one is judged with when the environment variable KEEPALIVED names its program.

import fs from "node:fs";
import type { Accepted } from "../case.ts";
import { check } from "../ours.ts";
import { ruleExamples } from "../ruleExamples.ts";
import { soundExamples } from "../soundExamples.ts";
import { runSuite } from "../suite.ts";
import { bases, hostIds, main } from "./bases.ts";
import { daemonVersion, judgeHosts, requireDaemon } from "./daemon.ts";
import { interfacesIn } from "./interfaces.ts";
import { mutants } from "./mutate.ts";

requireDaemon();
const version = daemonVersion();

await runSuite({
  daemon: "keepalived",
  version,
  main,
  bases: bases(),
  sound: soundExamples(main),
  examples: { "example of a rule": ruleExamples("keepalived", main, version) },
  count: 800,
  mutants,
  judge: (files) => {
    const texts = files.map((file) => file.text);
    return judgeHosts(files, main, hostIds(texts), { interfaces: interfacesIn(texts) });
  },
  check: (files) => check("keepalived", files, main, version),
  accepted: JSON.parse(fs.readFileSync(new URL("./accepted.json", import.meta.url), "utf8")) as readonly Accepted[],
  goals: { refusals: 0.98 },
});
