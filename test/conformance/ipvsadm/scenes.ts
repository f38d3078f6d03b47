/** What the kernel is asked: scenes of our own, and what our tables and rules claim. */
import fs from "node:fs";
import path from "node:path";
import { aroundLine, entries } from "../../kit/ipvsadmLines.ts";
import { ruleExamples } from "../ruleExamples.ts";
import type { Scene } from "./compare.ts";

const folder = path.join(import.meta.dirname, "scenes");

/** All scenes, the same ones in every run. */
export function scenes(): readonly Scene[] {
  const written = fs.readdirSync(folder).map((name) => scene(name, fs.readFileSync(path.join(folder, name), "utf8")));
  const tables = entries.flatMap(({ name, ok, bad }) =>
    [...ok, ...bad].map((line) => scene(`${name}: ${line}`, aroundLine(line))),
  );
  const examples = ruleExamples("ipvsadm", "ipvsadm.rules", "1.31").map(({ name, text }) => scene(name, text));
  return [...written, ...[...tables, ...examples].filter(({ lines }) => lines.every((line) => isFit(line)))];
}

function scene(name: string, text: string): Scene {
  return { name, lines: text.replace(/\n$/, "").split("\n") };
}

/** Not what a shell must run, nor what prints the same as the line between the lines. */
function isFit(line: string): boolean {
  return !/^\s*(?:sudo|\/\S*ipvsadm)\s/.test(line) && line !== "-L --timeout";
}
