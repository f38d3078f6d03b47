/** The requests of the failover simulator: what happens when, and the ready questions with their answers. */
import type { Connection } from "vscode-languageserver";
import { type AnswerReport, openQuestions } from "../core/features/simulation/answers.ts";
import { type Misunderstood, type Plan, planOf } from "../core/features/simulation/plan.ts";
import type { FindFile } from "../core/features/simulation/reload.ts";
import { reportOf, runPlan } from "../core/features/simulation/report.ts";
import { hostsAround } from "../core/features/simulation/selection.ts";
import type { FileHost } from "../core/model/workspace.ts";
import type { Location } from "../core/schema/problem.ts";
import type { Service } from "../core/service.ts";
import { fill, type Locale, say, text } from "../core/text/localized.ts";
import { toRange } from "./convert.ts";
import {
  type QuestionsParams,
  QuestionsRequest,
  type QuestionsResult,
  type SimulateParams,
  SimulateRequest,
  type SimulateResult,
  type SimulationPlace,
} from "./protocol.ts";
import { shield, shieldSteps } from "./shield.ts";

/** Questions about more hosts than these are answered for the clusters of one file only: nobody reads so many. */
const mostHosts = 20;

const messages = {
  wrong: text('"{0}": {1}', '"{0}"：{1}'),
  failed: text("The simulation failed", "模拟失败"),
  left: text(
    "The workspace has {0} hosts with VRRP: open a file of the cluster that you ask about",
    "工作区有 {0} 台运行 VRRP 的主机：请打开所关心集群的文件",
  ),
};

export function registerSimulation(
  connection: Connection,
  service: Service,
  files: FileHost,
  around: () => { readonly locale: Locale; readonly folders: readonly string[] },
): void {
  connection.onRequest<SimulateResult, void>(
    SimulateRequest.method,
    shield<SimulateParams, SimulateResult>(
      connection,
      "simulate",
      { error: messages.failed.en },
      ({ uri, events, until }) => {
        const { locale } = around();
        const plan = planFor(uri, events);
        if (plan.kind === "misunderstood") return { error: say(fill(messages.wrong, plan.written, plan.text), locale) };
        return reportOf(runPlan(plan, until), plan, locale, (location) => placeOf(plan, location));
      },
    ),
  );

  connection.onRequest(
    QuestionsRequest.method,
    shieldSteps<QuestionsParams, QuestionsResult>(connection, "questions", { answers: [] }, function* ({ uri }) {
      const { locale } = around();
      const plan = planFor(uri, []);
      if (plan.kind === "misunderstood") return { answers: [] };
      const count = plan.parts.reduce((sum, { scene }) => sum + scene.hosts.length, 0);
      if (uri === undefined && count > mostHosts) return { answers: [], left: say(fill(messages.left, count), locale) };
      const answers: AnswerReport[] = [];
      for (const question of openQuestions(plan)) {
        answers.push(question.answer(locale));
        yield;
      }
      return { answers };
    }),
  );

  function planFor(uri: string | undefined, events: readonly string[]): Plan | Misunderstood {
    const { estate } = service;
    const hosts = uri === undefined ? estate.hosts : hostsAround(estate, uri);
    return planOf({ estate, hosts, events, files, findFile });
  }

  /** A file by its URI, or by its path from the main file of the host or from a folder of the workspace. */
  function findFile(...[written, host]: Parameters<FindFile>): ReturnType<FindFile> {
    const beside = host.files.map(({ uri }) => uri.slice(0, uri.lastIndexOf("/")));
    const isUri = /^[a-z][a-z0-9+.-]*:\/\//i.test(written);
    const path = encodeURI(written.replace(/^\.\//, ""));
    const candidates = isUri ? [written] : [...beside, ...around().folders].map((folder) => `${folder}/${path}`);
    for (const uri of candidates) {
      const found = service.workspace.document(uri)?.text ?? files.read(uri);
      if (typeof found === "string") return { uri, text: found };
    }
    return undefined;
  }

  function placeOf({ rangeOf }: Plan, location: Location): SimulationPlace {
    const found = rangeOf(location);
    if (found === undefined) return { uri: location.source.uri, range: toRange(service, location) };
    return { uri: found.uri, range: { start: found.start, end: found.end } };
  }
}
