/** What the daemon of each series says of a line, and what we say with that version set. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { defaultSettings, Service } from "../../../server/src/core/service.ts";

const series = ["2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "3.0", "3.1", "3.2", "3.3", "3.4", "3.5"];

const process = "global\n    maxconn 10\n";
const defaults = "    timeout client 1s\n    timeout server 1s\n    timeout connect 1s\n";
const http = `defaults\n    mode http\n${defaults}`;
const bind = "    bind 127.0.0.1:8080\n";
const server = "    server s 127.0.0.1:80\n";

/** The files around a line, by where it stands. */
const frames: Readonly<Record<string, (line: string) => string>> = {
  raw: (lines) => `defaults\n${defaults}${lines}\n`,
  global: (line) => `${process} ${line}\n${http}listen l\n${bind}${server}`,
  section: (lines) => `${process}${http}${lines}\n`,
  defaults: (line) => `${process}${http} ${line}\nlisten l\n${bind}${server}`,
  listen: (line) => `${process}${http}listen l\n${bind} ${line}\n${server}`,
  listentcp: (line) => `${process}${http}listen l\n    mode tcp\n${bind} ${line}\n${server}`,
  nosrv: (line) => `${process}${http}listen l\n${bind} ${line}\n`,
  frontend: (line) => `${process}${http}frontend f\n${bind} ${line}\n    default_backend b\nbackend b\n${server}`,
  server: (options) => `${process}${http}listen l\n${bind}    server s 127.0.0.1:80 ${options}\n`,
  bind: (options) => `${process}${http}listen l\n    bind 127.0.0.1:8080 ${options}\n${server}`,
};

function problemsOf(text: string, version: string) {
  const uri = "file:///etc/haproxy/haproxy.cfg";
  const failed = (rule: string, error: unknown) => assert.fail(`${rule}: ${String(error)}`);
  const settings = { ...defaultSettings, versions: { haproxy: version } };
  const service = new Service({ read: () => undefined, list: () => [], failed }, settings);
  service.open(uri, "haproxy", text);
  return service.problems(uri).get(uri) ?? [];
}

/** Errors where the daemon refuses, none where it does not, and at least something where it warns. */
const agrees: Readonly<Record<string, (severities: readonly string[]) => boolean>> = {
  E: (severities) => severities.includes("error"),
  w: (severities) => severities.length > 0 && !severities.includes("error"),
  ".": (severities) => !severities.includes("error"),
};

describe("lines of haproxy.cfg in each series", () => {
  const data = readFileSync(new URL("../../data/haproxy-probes.txt", import.meta.url), "utf8");
  for (const row of data.split("\n")) {
    const [, context = "", results = "", written = ""] = /^(\w+)\|([Ew. ]{12})\|(.*)$/.exec(row) ?? [];
    const frame = frames[context];
    if (frame === undefined) {
      assert.match(row, /^(?:#.*)?$/);
      continue;
    }
    const line = JSON.parse(`"${written}"`) as string;
    it(`${context}: ${written.slice(0, 100)}`, () => {
      for (const [index, version] of series.entries()) {
        const expected = agrees[results[index] ?? " "];
        if (expected === undefined) continue;
        const problems = problemsOf(frame(line), version);
        const said = problems.map(({ code, severity, message }) => `${severity} ${code}: ${message.en}`).join("\n");
        assert.ok(
          expected(problems.map(({ severity }) => severity)),
          `${version} says "${results[index]}", we:\n${said}`,
        );
      }
    });
  }
});
