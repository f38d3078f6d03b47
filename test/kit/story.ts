/**
 * A failover as a few lines that one can read aloud: hosts with what sets them apart, what happens, and what is to come of
 * it. Tests of the simulation are such stories.
 *
 *     lb1: priority 150
 *     lb2: priority 100; nopreempt
 *     10s power-off lb1
 *     = 192.0.2.10: nobody, 3.414 lb1, 10 nobody, 13.023 lb2
 *
 * A line about a host gives the lines of its instance; `check NAME …`, `vip …` and `global …` are short for blocks. Each
 * further line of a host (`lb1 VI_2: …`) is one more instance, `lb1 group: VI_1 VI_2` a sync group.
 */
import assert from "node:assert/strict";
import { type Plan, planOf } from "../../server/src/core/features/simulation/plan.ts";
import { reportOf, runPlan, type SimulationReport } from "../../server/src/core/features/simulation/report.ts";
import { workspaceOf } from "./estate.ts";

export interface Story {
  readonly files: Readonly<Record<string, string>>;
  readonly events: readonly string[];
  readonly addresses: readonly string[];
  readonly starts: readonly string[];
  /** What is to come of it. */
  readonly expected: readonly string[];
}

const instanceLine = /^([\w-]+)(?: ([\w-]+))?: (.*)$/;

/** Reads a story; `more` are other files by path. */
export function storyOf(drawing: string, more: Readonly<Record<string, string>> = {}): Story {
  const lines = drawing
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const told = (mark: string) => lines.flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length)] : []));
  const blocks = new Map<string, string[]>();
  for (const line of lines) {
    const [, host = "", name = "VI_1", rest = ""] =
      (/^\d|^=|^(?:address|start) /.test(line) ? null : instanceLine.exec(line)) ?? [];
    if (host === "") continue;
    const own = blocks.get(host) ?? [];
    blocks.set(host, own);
    own.push(name === "group" ? groupBlock(rest) : instanceBlock(name, rest, own.length));
  }
  const files = Object.fromEntries([...blocks].map(([host, own]) => [`${host}/keepalived.conf`, own.join("")]));
  return {
    files: { ...files, ...more },
    events: lines.filter((line) => /^\d/.test(line)),
    addresses: told("address "),
    starts: told("start "),
    expected: told("= "),
  };
}

function groupBlock(members: string): string {
  return `vrrp_sync_group G {\n    group {\n${members
    .split(" ")
    .map((name) => `        ${name}\n`)
    .join("")}    }\n}\n`;
}

/** Parts with a keyword of their own here; all others are lines of the instance. */
function instanceBlock(name: string, written: string, number: number): string {
  const parts = written.split(/;\s*/).filter((part) => part !== "");
  const given = (word: string) =>
    parts.flatMap((part) => (part.startsWith(`${word} `) ? [part.slice(word.length + 1)] : []));
  const checks = given("check").map((check) => {
    const [script = "", ...rest] = check.split(" ");
    const [interval = "1"] = rest.flatMap((word, at) => (word === "every" ? [rest[at + 1] ?? ""] : []));
    const [fall = "1"] = rest.flatMap((word, at) => (word === "fall" ? [rest[at + 1] ?? ""] : []));
    const at = rest.indexOf("weight");
    return { script, interval, fall, weight: at === -1 ? "" : ` ${rest.slice(at).join(" ")}` };
  });
  const own = parts.filter((part) => !/^(?:check|vip|global) /.test(part));
  const has = (word: string) => own.some((part) => part.split(" ")[0] === word);
  const vips = given("vip").flatMap((all) => all.split(" "));
  return [
    ...(given("global").length === 0 ? [] : ["global_defs {", ...given("global").map((one) => `    ${one}`), "}"]),
    ...checks.flatMap(({ script, interval, fall }) => [
      `vrrp_script ${script} {`,
      `    script "/usr/bin/${script}"`,
      `    interval ${interval}`,
      `    fall ${fall}`,
      "}",
    ]),
    `vrrp_instance ${name} {`,
    ...(has("interface") ? [] : ["    interface eth0"]),
    ...(has("virtual_router_id") ? [] : [`    virtual_router_id ${51 + number}`]),
    ...own.map((part) => `    ${part.replaceAll(" | ", "\n    ")}`),
    "    virtual_ipaddress {",
    ...(vips.length === 0 ? [`192.0.2.${10 + number}/24`] : vips).map((vip) => `        ${vip}`),
    "    }",
    ...(checks.length === 0
      ? []
      : ["    track_script {", ...checks.map(({ script, weight }) => `        ${script}${weight}`), "    }"]),
    "}",
    "",
  ].join("\n");
}

export type Told = SimulationReport<string>;

/** Plans a story; fails where a word of it is not understood. */
export function planned({ files, events, addresses, starts }: Story): Plan {
  // What is read later makes no host.
  const later = events.map((event) => event.split(" ").at(-1));
  const service = workspaceOf(Object.fromEntries(Object.entries(files).filter(([name]) => !later.includes(name))));
  const host = { read: () => null, list: () => [] };
  const plan = planOf({
    estate: service.estate,
    events,
    addresses,
    starts,
    files: host,
    findFile: (written) => {
      const text = files[written];
      return text === undefined ? undefined : { uri: `file:///work/${written}`, text };
    },
  });
  assert.equal(plan.kind, "plan", plan.kind === "plan" ? "" : `${plan.written}: ${plan.text.en}`);
  return plan as Plan;
}

/** Runs a story. Places are told as the words that stand there. */
export function told(story: Story, until?: number): Told {
  const plan = planned(story);
  return reportOf(runPlan(plan, until), plan, "en", ({ source, start, end }) => source.section.text.slice(start, end));
}

/** Times in seconds, so that stories are short. */
function seconds(t: number): string {
  return String(Number((t / 1000).toFixed(3)));
}

/** What has come of it, in the words of a story: the line that begins as an expected one does. */
export function lineLike(expected: string, { virtualAddresses, instances, explanations, races }: Told): string {
  const [head = ""] = expected.split(": ");
  const spans = (all: readonly { readonly t: number; readonly shown: string }[]) =>
    `${head}: ${all.map(({ t, shown }, at) => (at === 0 ? shown : `${seconds(t)} ${shown}`)).join(", ")}`;
  if (head === "race")
    return `race: ${races.length === 0 ? "none" : races.map(({ address, outcomes }) => [address, ...outcomes.map((one) => one.join("+") || "nobody")].join(" ")).join(", ")}`;
  if (head === "says") {
    const all = explanations.map(
      ({ t, text, because }) => `says: ${[`${seconds(t)} ${text}`, ...because].join(" | ")}`,
    );
    return all.includes(expected) ? expected : all.join("\n");
  }
  if (head === "says nothing of") {
    const found = explanations.find(({ text }) => text.includes(expected.slice(head.length + 2)));
    return found === undefined ? expected : `says: ${found.text}`;
  }
  const held = virtualAddresses.find(({ address }) => address === head);
  if (held !== undefined) return spans(held.holders.map(({ t, hosts }) => ({ t, shown: hosts.join("+") || "nobody" })));
  const own = instances.find(({ host, name }) => head === host || head === `${host} ${name}`);
  return spans((own?.states ?? []).map(({ t, state, priority }) => ({ t, shown: `${state} ${priority}` })));
}

/** Runs a story and compares what comes of it with what it says. */
export function holds(drawing: string, more: Readonly<Record<string, string>> = {}): void {
  const story = storyOf(drawing, more);
  assert.notEqual(story.expected.length, 0);
  const report = told(story);
  assert.deepEqual(
    story.expected.map((line) => lineLike(line, report)),
    story.expected,
  );
}
