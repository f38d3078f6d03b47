/**
 * Compares this project with a real kernel on many rules: scenes of our own, the lines of the tables, the examples of
 * every rule, and all of them with something changed.
 *
 *   node test/conformance/ipvsadm/run.ts [--count N] [--seed TEXT] [--show N]
 */
import { parseArgs } from "node:util";
import { compareScenes } from "./compare.ts";
import { mutants } from "./mutants.ts";
import { scenes } from "./scenes.ts";

const { values } = parseArgs({
  options: {
    /** How many changed scenes to judge. */
    count: { type: "string", default: "60" },
    /** Any text: other changes than those of every run. */
    seed: { type: "string", default: "" },
    /** How many differences to print. */
    show: { type: "string", default: "20" },
  },
});

const bases = scenes();
const all = [...bases, ...mutants(bases, Number(values.count), values.seed)];
const { lines, refused, tables, undecided, differences } = await compareScenes(all);
for (const { scene, line, theirs, ours } of differences.slice(0, Number(values.show))) {
  console.log(`\n${scene}\n  ${line}\n  kernel: ${theirs}\n  ours: ${ours}`);
}
console.log(`\n${lines} lines, ${refused} of them refused, and ${tables} tables; ${undecided} depend on the host`);
const failed = differences.length;
console.log(`${lines + tables - undecided - failed} passed, ${failed} failed, ${undecided} skipped`);
if (failed > 0) process.exitCode = 1;
