/**
 * How fast it is, against named anchors on the same machine in the same minutes. Nothing here passes or fails.
 *
 *   npm run bench                        a look of about half a minute
 *   npm run bench -- --full              all sizes, more rounds; some minutes
 *   npm run bench -- --keep before       keeps this build; later, after a change:
 *   npm run bench -- --against before    the new build beside the kept one, in the same rounds
 *   npm run bench -- --only lsp          or check, core, hosts
 *   npm run bench -- --language haproxy  one language instead of all
 *
 * A cell is the ratio to its anchor, the median over rounds, and in brackets the anchor's own value. Below 1 we are
 * faster, or smaller; for MB/s it is the other way round.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { benchFolder, buildEcho, buildOurs, coreProgram, estateProgram, keptBuild } from "./build.ts";
import { bareNode, compareChecks, daemon, daemonNamespace, hasDaemon } from "./check/compare.ts";
import type { CoreMetric } from "./core/measure.ts";
import { type Subject, subjects } from "./documents/subjects.ts";
import { echoServer, jsonServer, ourServer, type Server } from "./lsp/servers.ts";
import { type Measured, session, sessionMetrics } from "./lsp/session.ts";
import { type Row, table } from "./table.ts";

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    /** The default; named so that a script can say what it means. */
    quick: { type: "boolean", default: false },
    keep: { type: "string" },
    against: { type: "string" },
    only: { type: "string" },
    language: { type: "string" },
    sizes: { type: "string" },
    rounds: { type: "string" },
  },
});

const plan = values.full
  ? { sizes: [1000, 10_000, 50_000], rounds: 5, repeat: 24 }
  : { sizes: [1000, 50_000], rounds: 2, repeat: 12 };
const sizes = values.sizes?.split(",").map(Number) ?? plan.sizes;
const rounds = Number(values.rounds ?? plan.rounds);
const wanted = (part: string) => values.only === undefined || values.only === part;

const empty = "empty server";
const json = "JSON server";
const before = values.against;
const twoHosts = "2 hosts";
const hostCounts = [30, 300];
const hostColumns = [...(before === undefined ? [] : [before]), twoHosts];
const columns = [...(before === undefined ? [] : [before]), json, empty, daemon, bareNode];

const cache = path.join(benchFolder, "compile-cache");
const now = await buildOurs(values.keep ?? "now");
const builds: Readonly<Record<string, string>> = {
  ours: now,
  ...(before === undefined ? {} : { [before]: keptBuild(before) }),
};

const echo = await buildEcho();
console.log(`Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, ${rounds} rounds`);
for (const subject of subjects) {
  if (values.language !== undefined && values.language !== subject.languageId) continue;
  const rows: Row[] = [];
  if (wanted("lsp")) rows.push(...(await measureServers(subject)));
  if (wanted("check")) rows.push(...(await measureChecks(subject)));
  if (wanted("core")) rows.push(...measureCore(subject));
  if (rows.length > 0) console.log(`\n${subject.languageId}\n\n${table(rows, columns, "lines")}`);
}

if (wanted("hosts")) console.log(`\nworkspaces of many hosts\n\n${table(measureHosts(), hostColumns, "hosts")}`);

/** What things cost among many hosts, beside the same among two. */
function measureHosts(): Row[] {
  const run = (folder: string, hosts: number) => spawned<readonly CoreMetric[]>(estateProgram(folder), String(hosts));
  return hostCounts.flatMap((hosts) => {
    const rows = new Map<string, Row & { readonly ours: number[]; readonly anchors: Record<string, number[]> }>();
    const add = (metrics: readonly CoreMetric[], column: string | undefined) => {
      for (const [what, unit, value] of metrics) {
        const anchors = Object.fromEntries(hostColumns.map((name): [string, number[]] => [name, []]));
        const row = rows.get(what) ?? { what, unit, size: hosts, ours: [], anchors };
        rows.set(what, row);
        if (column === undefined) row.ours.push(value);
        else row.anchors[column]?.push(value);
      }
    };
    for (let round = 0; round < rounds; round++) {
      process.stderr.write(`\r${hosts} hosts, round ${round + 1}                `);
      add(run(now, hosts), undefined);
      add(run(now, 2), twoHosts);
      if (before !== undefined) add(run(keptBuild(before), hosts), before);
    }
    return [...rows.values()];
  });
}

/** What a program says in JSON. */
function spawned<T>(...args: readonly string[]): T {
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

async function measureServers(subject: Subject): Promise<Row[]> {
  const servers: readonly Server[] = [
    ...Object.entries(builds).map(([name, folder]) => ourServer(name, folder, cache, subject)),
    jsonServer(subject),
    echoServer(echo, cache, subject),
  ];
  // The first start fills the compile cache.
  for (const server of servers) await session(server, { text: server.text(1000), repeat: 1 });
  const found: Row[] = [];
  for (const lines of sizes) {
    const runs = new Map<string, Measured[]>(servers.map((server) => [server.name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const server of servers) {
        process.stderr.write(`\r${lines} lines, round ${round + 1}, ${server.name}          `);
        runs.get(server.name)?.push(await session(server, { text: server.text(lines), repeat: plan.repeat }));
      }
    }
    for (const [metric, unit] of sessionMetrics) {
      const of = (name: string) => (runs.get(name) ?? []).map((run) => run[metric]);
      const anchors = Object.fromEntries(columns.map((column) => [column, of(column)]));
      found.push({ what: metric, unit, size: lines, ours: of("ours"), anchors });
    }
  }
  return found;
}

async function measureChecks(subject: Subject): Promise<Row[]> {
  const { languageId, uri, text, test } = subject;
  const texts = sizes.map((lines) => text(lines));
  const isThere = hasDaemon(subject);
  if (!isThere) console.warn(`${languageId} is not installed: the check has no anchor`);
  const namespace = isThere && languageId === "keepalived" ? daemonNamespace(texts) : undefined;
  const found: Row[] = [];
  for (const [number, lines] of sizes.entries()) {
    const file = path.join(benchFolder, `${lines}-${path.basename(uri)}`);
    fs.writeFileSync(file, texts[number] ?? "");
    process.stderr.write(`\r${lines} lines, check                      `);
    const times = await compareChecks(file, builds, isThere ? test : undefined, namespace, 4 * rounds);
    const peak = (name: string) => [times.peak[name]];
    const anchors = (of: (name: string) => Row["ours"]) =>
      Object.fromEntries(columns.filter((column) => column in times.took).map((column) => [column, of(column)]));
    const took = (name: string) => times.took[name] ?? [];
    found.push({ what: "check", unit: "ms", size: lines, ours: took("ours"), anchors: anchors(took) });
    found.push({ what: "check, memory", unit: "MiB", size: lines, ours: peak("ours"), anchors: anchors(peak) });
  }
  return found;
}

function measureCore({ languageId }: Subject): Row[] {
  return sizes.flatMap((lines) => {
    const runs = new Map<string, (readonly CoreMetric[])[]>(Object.keys(builds).map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, folder] of Object.entries(builds)) {
        process.stderr.write(`\r${lines} lines, core, ${name}                `);
        runs.get(name)?.push(spawned<readonly CoreMetric[]>(coreProgram(folder), String(lines), languageId));
      }
    }
    const [first = []] = runs.get("ours") ?? [];
    const of = (name: string, index: number) => (runs.get(name) ?? []).map((run) => run.at(index)?.[2]);
    return first.slice(0, -1).map(([name, unit], index): Row => {
      const anchors = {
        ...(before === undefined ? {} : { [before]: of(before, index) }),
        ...(unit === "MB/s" ? { [json]: of("ours", -1) } : {}),
      };
      return { what: `core: ${name}`, unit, size: lines, ours: of("ours", index), anchors };
    });
  });
}
