/** `ha-config topology --format svg`. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { examples, root } from "../../../scripts/paths.ts";

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [path.join(root, "server/src/cli/main.ts"), "topology", ...args], { encoding: "utf8" });

describe("ha-config topology --format svg", () => {
  it("draws hosts, addresses and servers, light unless asked otherwise", () => {
    const { stdout, status } = run("--format", "svg", path.join(examples, "pair"));
    assert.equal(status, 0);
    assert.match(stdout, /^<svg [^>]*xmlns=/);
    for (const id of ["host lb1", "host lb2", "address", "server"]) assert.ok(stdout.includes(`data-id="${id}`), id);
    assert.match(stdout, /fill="#ffffff"/);
    const dark = run("--format", "svg", "--theme", "dark", path.join(examples, "pair")).stdout;
    assert.doesNotMatch(dark, /fill="#ffffff"/);
  });

  it("knows no other theme", () => {
    const { stderr, status } = run("--format", "svg", "--theme", "pink", path.join(examples, "pair"));
    assert.equal(status, 2);
    assert.match(stderr, /unknown theme "pink"/);
  });
});
