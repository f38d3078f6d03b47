/**
 * Whole clusters of the installed keepalived: what comes of them is what this project says of them, and what its engine
 * makes of the same files and events.
 *
 *   node test/conformance/failover/run.ts [--only TEXT] [--parallel N] [--log]
 */
import { parseArgs } from "node:util";
import { companionClaims } from "./companionClaims.ts";
import { claimTask, type Judged, judgeAll, scenarioTask } from "./judge.ts";
import { requireLab } from "./observe.ts";
import { replay } from "./replay.ts";
import { ruleClaims } from "./ruleClaims.ts";
import { claims } from "./scenarios/claims.ts";
import { scenarios } from "./scenarios/index.ts";

const { values } = parseArgs({
  options: {
    /** Only those with this text in their names; several stand between bars. */
    only: { type: "string", default: "" },
    /** How many run at a time: they wait most of the time. */
    parallel: { type: "string", default: "24" },
    /** Prints what the daemons of those that fail have said, and what the engine says. */
    log: { type: "boolean", default: false },
  },
});

requireLab();
const tasks = [...[...ruleClaims, ...companionClaims, ...claims].map(claimTask), ...scenarios.map(scenarioTask)];
const words = values.only.split("|");
const chosen = tasks.filter(({ name }) => words.some((word) => name.includes(word)));
const judged = await judgeAll(chosen, Math.max(2, Number(values.parallel)));
const failed = judged.filter((one) => one.faults.length > 0);
for (const one of failed) report(one);
const takeovers = judged.reduce((sum, one) => sum + one.takeovers, 0);
console.log(`${takeovers} takeovers of the engine were held against those of the daemons`);
console.log(`${judged.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 || judged.length === 0 ? 1 : 0;

function report({ name, faults, scenario, observation }: Judged): void {
  console.log(`\n${name}`);
  for (const fault of faults) console.log(`  ${fault}`);
  for (const [node, instances] of observation.states) {
    for (const [instance, changes] of instances) {
      const course = changes.map(({ at, state }) => `${state} ${Math.round(at)}`);
      console.log(`  ${node}, ${instance}: ${course.join(", ")}`);
    }
  }
  if (!values.log) return;
  for (const { at, node, routerId, priority } of observation.adverts) {
    console.log(`    ${Math.round(at)} ${node} sends an advert of ${routerId} with priority ${priority}`);
  }
  for (const { at, node, text } of observation.log) console.log(`    ${Math.round(at)} ${node} ${text}`);
  for (const { t, host, text } of replay(scenario, observation).timeline.explanations) {
    console.log(`    ${Math.round(t)} engine, ${host?.name ?? ""}: ${text.en}`);
  }
}
