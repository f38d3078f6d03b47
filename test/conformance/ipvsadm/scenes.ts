/** What the kernel is asked: scenes of our own, and what our tables and rules claim. */
import fs from "node:fs";
import path from "node:path";
import { commands } from "../../../server/src/core/languages/ipvsadm/schema/commands.ts";
import { options } from "../../../server/src/core/languages/ipvsadm/schema/options/index.ts";
import { schedulers } from "../../../server/src/core/languages/ipvsadm/schema/schedulers.ts";
import { aroundLine } from "../../kit/ipvsadmLines.ts";
import { ruleExamples } from "../ruleExamples.ts";
import type { Scene } from "./compare.ts";

const folder = path.join(import.meta.dirname, "scenes");

/** All scenes, the same ones in every run. */
export function scenes(): readonly Scene[] {
  const written = fs.readdirSync(folder).map((name) => scene(name, fs.readFileSync(path.join(folder, name), "utf8")));
  const tables = [...commands, ...options, ...schedulers].flatMap(({ keyword: { name, ok, bad } }) =>
    [...ok, ...bad].map((line) => scene(`${name}: ${line}`, aroundLine(line))),
  );
  const examples = ruleExamples("ipvsadm", "ipvsadm.rules", "1.31").map(({ name, text }) => scene(name, text));
  return [...written, ...tables, ...examples.filter(({ lines }) => lines.every((line) => !isShell(line)))];
}

function scene(name: string, text: string): Scene {
  return { name, lines: text.replace(/\n$/, "").split("\n") };
}

/** A line for a shell: "ipvsadm -R" reads it otherwise. */
function isShell(line: string): boolean {
  return /^\s*(?:sudo|\/\S*ipvsadm)\s/.test(line);
}
