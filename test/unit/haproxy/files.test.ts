import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Service } from "../../../server/src/core/service.ts";
import { readSettings } from "../../../server/src/lsp/settings.ts";

const defaults = "defaults\n    mode http\n    timeout connect 5s\n    timeout client 30s\n    timeout server 30s\n";
const frontend = "frontend web\n    bind :8080\n    default_backend app\n";
const backend = "backend app\n    server s1 192.0.2.1:80 check\n";
const folder = "file:///etc/haproxy/";

/** A service over some files, by their paths below /etc/haproxy. */
function serve(files: Readonly<Record<string, string>>, together: readonly (readonly string[])[] = []): Service {
  const texts = new Map(Object.entries(files).map(([name, text]) => [folder + name, text]));
  const list = (pattern: string) => {
    const expression = new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`);
    return [...texts.keys()].filter((uri) => expression.test(uri)).sort();
  };
  const failed = (rule: string, error: unknown) => assert.fail(`${rule}: ${String(error)}`);
  const service = new Service(
    { list, read: (uri) => texts.get(uri) ?? null, failed },
    { versions: {}, together, rules: {} },
  );
  for (const [uri, text] of texts) service.open(uri, "haproxy", text);
  return service;
}

function codes(service: Service, name: string): readonly string[] {
  const problems = service.problems(folder + name).get(folder + name) ?? [];
  return problems.filter((one) => one.severity === "error" || one.severity === "warning").map((one) => one.code);
}

function said(service: Service, name: string): readonly string[] {
  return (service.problems(folder + name).get(folder + name) ?? []).map((one) => `${one.severity} ${one.code}`);
}

describe("files that one HAProxy reads", () => {
  it("are the main one and those of the folder beside it, in the order of their names", () => {
    const service = serve({
      "haproxy.cfg": defaults,
      "conf.d/10-web.cfg": frontend,
      "conf.d/20-app.cfg": backend,
    });
    assert.deepEqual(codes(service, "conf.d/10-web.cfg"), []);
    const [configuration] = service.workspace.configurations(`${folder}conf.d/20-app.cfg`);
    assert.deepEqual(configuration?.files, [
      `${folder}haproxy.cfg`,
      `${folder}conf.d/10-web.cfg`,
      `${folder}conf.d/20-app.cfg`,
    ]);
  });

  it("are all of such a folder where no main file stands beside it", () => {
    const service = serve({ "conf.d/00-defaults.cfg": defaults, "conf.d/10-web.cfg": frontend + backend });
    assert.deepEqual(codes(service, "conf.d/10-web.cfg"), []);
  });

  it("are told by a setting, in its order", () => {
    const files = { "base.cfg": defaults, "web.cfg": frontend, "more/app.cfg": backend };
    const settings = readSettings({ haproxy: { files: ["base.cfg", "web.cfg", "more"] } }, "en", [
      "file:///etc/haproxy",
    ]);
    // Alone it is a piece of something: what it lacks may stand in the files beside it.
    assert.deepEqual(said(serve(files), "web.cfg"), ["information haproxy/unknown-reference"]);
    assert.deepEqual(said(serve(files, settings.together), "web.cfg"), []);
  });

  it("are told by -f on the command line", () => {
    const at = mkdtempSync(path.join(os.tmpdir(), "ha-config-files-"));
    try {
      mkdirSync(path.join(at, "more"));
      writeFileSync(path.join(at, "base.cfg"), defaults + frontend);
      writeFileSync(path.join(at, "more/app.cfg"), backend);
      const run = (...args: readonly string[]) =>
        spawnSync(process.execPath, [path.resolve("server/src/cli/main.ts"), "check", ...args], {
          cwd: at,
          encoding: "utf8",
        }).status;
      assert.equal(run("base.cfg", "--language", "haproxy"), 1);
      assert.equal(run("-f", "base.cfg", "-f", "more", "--language", "haproxy"), 0);
    } finally {
      rmSync(at, { recursive: true });
    }
  });
});
