/**
 * What things cost in a workspace of many hosts, in microseconds: a priority changes in one file, and the problems of
 * all hosts are told anew, then their picture; five minutes of one cluster are simulated, those of all, and what everybody asks of one
 * cluster is answered. A program of its own, bundled, so that a build of before can be measured beside one of after.
 */
import { openQuestions } from "../../server/src/core/features/simulation/answers.ts";
import { planOf } from "../../server/src/core/features/simulation/plan.ts";
import { runPlan } from "../../server/src/core/features/simulation/report.ts";
import { hostsAround } from "../../server/src/core/features/simulation/selection.ts";
import { defaultSettings, Service } from "../../server/src/core/service.ts";
import { layoutOf } from "../../server/src/core/topology/layout.ts";
import type { CoreMetric } from "../core/measure.ts";
import { pairConfiguration } from "../documents/pairs.ts";
import { quietHost } from "../quietHost.ts";
import { repeat } from "../repeat.ts";

/** All clusters are drawn with their hosts. */
const none: ReadonlySet<string> = new Set();

function measure(hosts: number): readonly CoreMetric[] {
  const service = new Service(quietHost, defaultSettings);
  const uriOf = (pair: number, node: number) => `file:///work/site${pair}/lb${node}/keepalived.conf`;
  for (let pair = 0; pair < hosts / 2; pair++) {
    for (const node of [1, 2] as const) {
      service.workspace.add(uriOf(pair, node), pairConfiguration(pair, node), { open: pair === 0 });
    }
  }
  const uri = uriOf(0, 1);
  const lines = pairConfiguration(0, 1).split("\n");
  const line = lines.findIndex((text) => text.includes("priority 110"));
  const character = lines[line]?.indexOf("110") ?? 0;
  const range = { start: { line, character }, end: { line, character: character + 3 } };
  let isHigh = false;
  const edit = () => {
    service.change(uri, [{ range, text: isHigh ? "110" : "120" }]);
    isHigh = !isHigh;
    service.problems(uri);
  };
  const fiveMinutes = 300_000;
  const planFor = (around: string | undefined, events: readonly string[]) => {
    const { estate } = service;
    const chosen = around === undefined ? estate.hosts : hostsAround(estate, around);
    const files = { list: () => [], read: () => undefined };
    const plan = planOf({ estate, hosts: chosen, events, files, findFile: () => undefined });
    if (plan.kind === "misunderstood") throw new Error(plan.text.en);
    return plan;
  };
  const [host] = hostsAround(service.estate, uri);
  const events = [`10s power-off ${host?.id ?? ""}`];
  const draw = () => {
    edit();
    service.topology("en");
  };
  const graph = service.topology("en");
  const before = layoutOf(graph, { folded: none });
  return [
    ["edit → problems of all hosts", "µs", repeat(edit) * 1000],
    ["5 min of one cluster", "µs", repeat(() => runPlan(planFor(uri, events), fiveMinutes)) * 1000],
    ["5 min of all clusters", "µs", repeat(() => runPlan(planFor(undefined, events), fiveMinutes)) * 1000],
    [
      "questions about one cluster",
      "µs",
      repeat(() => openQuestions(planFor(uri, [])).map((question) => question.answer("en"))) * 1000,
    ],
    ["edit → problems and graph of all hosts", "µs", repeat(draw) * 1000],
    ["layout of all hosts", "µs", repeat(() => layoutOf(graph, { folded: none })) * 1000],
    ["layout after an edit", "µs", repeat(() => layoutOf(graph, { folded: none, before })) * 1000],
  ];
}

const [, , hosts = "2"] = process.argv;
process.stdout.write(JSON.stringify(measure(Number(hosts))));
