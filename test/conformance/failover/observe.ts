/** Runs scenarios with real daemons and tells what came of them. */
import { setTimeout as wait } from "node:timers/promises";
import { requireDebian } from "../../../scripts/debian.ts";
import { layOut, type Port } from "./layout.ts";
import { build, deeds, eavesdrop, isRunning, start, type Target, tell, watch, wave } from "./machine.ts";
import { Record, statesTold } from "./record.ts";
import type { EventKind, LabEvent, LabNode, LabScenario, Observation } from "./scenario.ts";
import { foundation } from "./shell.ts";
import { sketchOf } from "./sketch.ts";
import { World } from "./world.ts";

/** What a loaded machine may add to an election, in milliseconds. */
const slack = 700;
const pollEvery = 30;
const wavesAtMost = 1000;
const startsDaemon: ReadonlySet<EventKind> = new Set(["start", "power-on"]);

/** Installs the daemon and the tools that nodes need, or says what is missing. */
export function requireLab(): void {
  // A user namespace does not do: in there the daemon may not become the user of a check script.
  if (process.getuid?.() !== 0) throw new Error("Clusters of real nodes need root. Run this suite as root.");
  requireDebian(["iproute2", "keepalived", "nftables", "procps", "tcpdump"]);
}

/** What comes of each task, in the order of the tasks; so many are under way at a time. */
export async function eachOf<Task, Result>(
  tasks: readonly Task[],
  parallel: number,
  work: (task: Task) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = tasks.entries();
  const worker = async () => {
    for (const [index, task] of rest) results[index] = await work(task);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return results;
}

/** One scenario from the start of its nodes to their end. */
export async function observe(scenario: LabScenario): Promise<Observation> {
  const ports = layOut(scenario.nodes);
  const record = new Record(
    scenario.nodes.map((node) => node.name),
    ports,
    scenario.nodes.flatMap((node) => sketchOf(node).instances.flatMap((one) => one.addresses.map((it) => it.address))),
  );
  const world = new World(scenario.nodes.length + 1, (channel, line) => record.hear(channel, line));
  try {
    await world.run(foundation);
    await world.run(build(scenario.nodes, ports));
    await wakeWatches(world, scenario, record);
    return await play({ world, scenario, record, ports, started: new Set() });
  } finally {
    await world.close();
  }
}

interface Play {
  readonly world: World;
  readonly scenario: LabScenario;
  readonly record: Record;
  readonly ports: readonly Port[];
  /** Nodes whose daemon was started. */
  readonly started: Set<string>;
}

async function wakeWatches(world: World, { nodes }: LabScenario, record: Record): Promise<void> {
  for (const [channel, { name }] of nodes.entries()) await world.run(watch(name, channel));
  await world.run(eavesdrop(nodes.length));
  for (const { name } of nodes) {
    for (let waves = 0; !record.awake.has(name); waves++) {
      if (waves === wavesAtMost) throw new Error(`Addresses of ${name} cannot be watched.`);
      await world.run(wave(name));
    }
  }
  for (let waits = 0; !record.listens; waits++) {
    if (waits === wavesAtMost) throw new Error("Adverts cannot be listened to.");
    await wait(pollEvery);
  }
}

async function play(run: Play): Promise<Observation> {
  const { world, scenario, record } = run;
  const names = scenario.nodes.map((node) => node.name);
  const happened: number[] = [];
  record.begin();
  await world.run(
    scenario.nodes
      .filter((node) => !node.delay)
      .map((node) => starting(run, node))
      .join("\n"),
  );
  const late = scenario.nodes.filter((node) => node.delay).map((node) => startLater(run, node));
  for (const event of scenario.events) {
    if (event.at === "settled") await settle(run);
    else await wait(Math.max(0, Math.min(event.at, scenario.duration) - record.time));
    if (record.time >= scenario.duration) break;
    happened.push(record.time);
    await happen(run, event);
  }
  await Promise.all(late);
  const settled = await settle(run);
  const duration = record.time;
  const running = await runningOf(world, names);
  const final = new Map<string, ReadonlyMap<string, string>>();
  for (const name of running) final.set(name, statesTold(await world.run(tell(name))));
  return {
    name: scenario.name,
    holders: record.holders,
    adverts: record.adverts,
    states: record.states,
    happened,
    final,
    running,
    settled,
    log: record.log,
    duration,
  };
}

async function happen({ world, record, ...run }: Play, event: LabEvent): Promise<void> {
  const command = deeds[event.kind](targetOf(run, event));
  // A daemon that is started anew has not begun to work; one that runs on has.
  const hasWorked = startsDaemon.has(event.kind) && record.working.delete(event.node);
  const output = await world.run(command);
  if (hasWorked && !output.includes("launched")) record.working.add(event.node);
  record.lastChange = record.time;
}

function starting({ started, scenario }: Play, node: LabNode): string {
  started.add(node.name);
  return start(node, scenario.nodes.indexOf(node));
}

async function startLater(run: Play, node: LabNode): Promise<void> {
  await wait(Math.max(0, (node.delay ?? 0) - run.record.time));
  await run.world.run(starting(run, node));
  run.record.lastChange = run.record.time;
}

function targetOf(
  { scenario, ports }: Pick<Play, "scenario" | "ports">,
  { node: name, kind, argument = "" }: LabEvent,
): Target {
  const channel = scenario.nodes.findIndex((one) => one.name === name);
  const node = scenario.nodes[channel];
  if (node === undefined) throw new Error(`${kind}: there is no node ${name}.`);
  return { node, channel, ports, argument };
}

/** Waits until every daemon works, or has given up, and nothing has changed for long enough; false where time is over. */
async function settle({ world, scenario, record, started }: Play): Promise<boolean> {
  const quiet = scenario.settle ?? slowest(scenario.nodes) + slack;
  for (;;) {
    if (record.time >= scenario.duration) return false;
    const silent = [...started].filter((node) => !record.working.has(node));
    const busy = silent.length === 0 ? [] : await runningOf(world, silent);
    const isComplete = started.size === scenario.nodes.length && busy.length === 0;
    if (isComplete && record.time - record.lastChange >= quiet) return true;
    await wait(pollEvery);
  }
}

async function runningOf(world: World, nodes: readonly string[]): Promise<string[]> {
  const { output } = await world.ask(nodes.map((node) => `${isRunning(node)} && echo ${node}`).join("\n"));
  return output.split("\n").filter(Boolean);
}

/** The longest time in which nothing needs to be seen of an election that is under way, in milliseconds. */
function slowest(nodes: readonly LabNode[]): number {
  const sketches = nodes.map(sketchOf);
  const elections = sketches.flatMap((sketch) => sketch.instances.map((one) => one.election));
  return Math.max(1000, ...elections) + Math.max(0, ...sketches.map((sketch) => sketch.checks));
}
