/**
 * What is played with real daemons, and the judgement of it: what a scenario or claim says must come true, and the engine
 * must say the same. A busy machine can be late: what differs from the engine is played again, by itself.
 */
import { runClaim } from "./claims.ts";
import { compare } from "./compare.ts";
import { eachOf, observe } from "./observe.ts";
import { outcomeOf, show } from "./outcome.ts";
import type { LabScenario, Observation } from "./scenario.ts";
import type { JudgedClaim } from "./scenarios/claims.ts";
import { type JudgedScenario, service } from "./scenarios/cluster.ts";

/** Something to play. */
export interface Task {
  readonly name: string;
  /** Why the end is a matter of luck: the engine has to say so. */
  readonly race?: string;
  /** Why the engine is not asked. */
  readonly beyond?: string;
  /** Why times are not compared. */
  readonly untimed?: string;
  play(): Promise<Played>;
}

export interface Played {
  readonly scenario: LabScenario;
  readonly observation: Observation;
  /** What was expected and did not come, a line each. */
  readonly faults: readonly string[];
}

export interface Judged extends Played {
  readonly name: string;
  /** How many takeovers of the engine were measured. */
  readonly takeovers: number;
}

/** So often it is played at most, so many at a time from the second time on. */
const rounds = 3;
const fewAtATime = 4;

/** Plays all, so many at a time. */
export async function judgeAll(tasks: readonly Task[], parallel: number): Promise<readonly Judged[]> {
  const judged = new Map<Task, Judged>();
  let rest = tasks;
  for (let round = 1; round <= rounds && rest.length > 0; round++) {
    const played = await eachOf(rest, round === 1 ? parallel : fewAtATime, (task) => task.play());
    // The engine is asked when no daemon runs any more: it would keep this program from hearing them.
    const again = rest.filter((task, index) => {
      const one = played[index];
      if (one === undefined) return false;
      const { outcomes, times, measured } =
        task.beyond === undefined
          ? compare(one.scenario, one.observation, {
              isStable: task.race === undefined,
              isTimed: task.untimed === undefined,
            })
          : { outcomes: [], times: [], measured: 0 };
      judged.set(task, {
        ...one,
        name: task.name,
        faults: [...one.faults, ...outcomes, ...times],
        takeovers: measured,
      });
      return one.faults.length === 0 && outcomes.length + times.length > 0;
    });
    rest = again;
    if (again.length > 0 && round < rounds) console.log(`Once more: ${again.map(({ name }) => name).join("; ")}`);
  }
  return [...judged.values()];
}

export function scenarioTask(scenario: JudgedScenario): Task {
  const { name, race, beyond, untimed } = scenario;
  return {
    name,
    ...(race === undefined ? {} : { race }),
    ...(beyond === undefined ? {} : { beyond }),
    ...(untimed === undefined ? {} : { untimed }),
    async play() {
      const observation = await observe(scenario);
      return { scenario, observation, faults: race === undefined ? faultsOf(scenario, observation) : [] };
    },
  };
}

export function claimTask({ name, files, claim, holds }: JudgedClaim): Task {
  return {
    name,
    async play() {
      const { ok, seen, scenario, observation } = await runClaim(files, claim);
      const faults = ok === holds ? [] : [`${claim.kind} of ${claim.address} is ${ok}: ${seen}`];
      return { scenario, observation, faults: [...faults, ...restlessness(observation)] };
    },
  };
}

function faultsOf(scenario: JudgedScenario, observation: Observation): readonly string[] {
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
  return [...faults, ...states, ...restlessness(observation)];
}

function restlessness({ settled, duration }: Observation): readonly string[] {
  return settled ? [] : [`no rest within ${Math.round(duration)} ms`];
}
