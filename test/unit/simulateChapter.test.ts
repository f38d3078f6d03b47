/** The chapter about the simulator: it tells of every event, option and key, and its commands run. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { eventArguments, eventKinds } from "../../server/src/core/vrrp/simulation/events.ts";
import { storyOf, told } from "../kit/story.ts";

const root = path.join(import.meta.dirname, "..", "..");
const nouns = { interface: " IF", check: " NAME", direction: " in", file: " FILE" } as const;

describe("the chapter about the simulator", () => {
  for (const file of ["docs/simulate.md", "docs/simulate.zh-cn.md"]) {
    const content = fs.readFileSync(path.join(root, file), "utf8");

    it(`${file} tells of every event`, () => {
      for (const kind of eventKinds) {
        const argument = eventArguments[kind];
        const written = `\`${kind}${argument === undefined ? "" : nouns[argument]}\``;
        assert.ok(content.includes(written), written);
      }
    });

    it(`${file} tells of every key of the report`, () => {
      const report = told(storyOf("lb1: priority 100\nlb2: priority 100"));
      const keys = [report, ...report.virtualAddresses, ...report.instances, ...report.explanations, ...report.races]
        .flatMap((one) => Object.keys(one))
        .filter((key) => !content.includes(`\`${key}\``));
      assert.deepEqual(keys, []);
    });

    it(`${file} has commands about files that there are`, () => {
      const commands = [...content.matchAll(/^ha-config simulate (\S+)/gm)];
      assert.ok(commands.length > 0);
      for (const [, folder = ""] of commands) assert.ok(fs.existsSync(path.join(root, folder)), folder);
    });
  }
});
