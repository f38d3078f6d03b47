/**
 * Whole clusters of the installed keepalived: what comes of them is what this project says of them.
 *
 *   node test/conformance/failover/run.ts [--only TEXT] [--parallel N] [--log]
 */
import { parseArgs } from "node:util";
import { runClaim } from "./claims.ts";
import { companionClaims } from "./companionClaims.ts";
import { eachOf, observeAll, requireLab } from "./observe.ts";
import { outcomeOf, show } from "./outcome.ts";
import { ruleClaims } from "./ruleClaims.ts";
import type { Observation } from "./scenario.ts";
import { claims, type JudgedClaim } from "./scenarios/claims.ts";
import { type JudgedScenario, service } from "./scenarios/cluster.ts";
import { scenarios } from "./scenarios/index.ts";

interface Judged {
  readonly name: string;
  /** What was expected and did not come, a line each. */
  readonly faults: readonly string[];
  readonly observation: Observation;
}

/** This part of those that run at a time are claims. */
const shareOfClaims = 0.4;

const { values } = parseArgs({
  options: {
    /** Only those with this text in their names. */
    only: { type: "string", default: "" },
    /** How many run at a time: they wait most of the time. */
    parallel: { type: "string", default: "10" },
    /** Prints what the daemons of those that fail have said. */
    log: { type: "boolean", default: false },
  },
});

requireLab();
const parallel = Math.max(2, Number(values.parallel));
const lanesOfClaims = Math.max(1, Math.floor(parallel * shareOfClaims));
const isChosen = ({ name }: { readonly name: string }) => name.includes(values.only);
const [ofScenarios, ofClaims] = await Promise.all([
  observeAll(scenarios.filter(isChosen), parallel - lanesOfClaims),
  eachOf([...claims, ...ruleClaims, ...companionClaims].filter(isChosen), lanesOfClaims, judgeClaim),
]);
const judged = [...scenarios.filter(isChosen).flatMap((one, index) => judge(one, ofScenarios[index])), ...ofClaims];
const failed = judged.filter((one) => one.faults.length > 0);
for (const one of failed) report(one);
console.log(`${judged.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 || judged.length === 0 ? 1 : 0;

function judge(scenario: JudgedScenario, observation: Observation | undefined): Judged[] {
  if (observation === undefined) return [];
  const times = [...observation.happened, Number.POSITIVE_INFINITY];
  const faults = Object.entries(scenario.courses).flatMap(([address, course]) => {
    const seen = times.map((time) => show(outcomeOf(observation, address, time)));
    const isRight = seen.every((word, index) => course[index] === word || course[index] === "anybody");
    return isRight && seen.length === course.length
      ? []
      : [`${address}: ${seen.join(" > ")} instead of ${course.join(" > ")}`];
  });
  const states = Object.entries(scenario.states ?? {}).flatMap(([node, state]) => {
    const seen = observation.final.get(node)?.get(service) ?? "none";
    return seen === state ? [] : [`${node}: ${seen} instead of ${state}`];
  });
  return [{ name: scenario.name, faults: [...faults, ...states, ...restlessness(observation)], observation }];
}

async function judgeClaim({ name, files, claim, holds }: JudgedClaim): Promise<Judged> {
  const { ok, seen, observation } = await runClaim(files, claim);
  const faults = ok === holds ? [] : [`${claim.kind} of ${claim.address} is ${ok}: ${seen}`];
  return { name, faults: [...faults, ...restlessness(observation)], observation };
}

function restlessness({ settled, duration }: Observation): string[] {
  return settled ? [] : [`no rest within ${Math.round(duration)} ms`];
}

function report({ name, faults, observation }: Judged): void {
  console.log(`\n${name}`);
  for (const fault of faults) console.log(`  ${fault}`);
  for (const [node, instances] of observation.states) {
    for (const [instance, changes] of instances) {
      const course = changes.map(({ at, state }) => `${state} ${Math.round(at)}`);
      console.log(`  ${node}, ${instance}: ${course.join(", ")}`);
    }
  }
  if (values.log)
    for (const { at, node, text } of observation.log) console.log(`    ${Math.round(at)} ${node} ${text}`);
}
