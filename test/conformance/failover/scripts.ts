/**
 * The files as the daemon of a run reads them: every check script is a look at a file that `script-fail` makes, and
 * scripts run as the only user that there surely is. Nothing else changes, and every line stays where it was.
 */
import { keepalived } from "../../../server/src/core/languages/keepalived/index.ts";
import type { Statement } from "../../../server/src/core/syntax/ast.ts";
import type { LabNode } from "./scenario.ts";
import { isForDaemon, statementsIn } from "./sketch.ts";
import { workFolder } from "./world.ts";

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The file whose presence makes a check script fail; its path needs no quotes. */
export function failureFile(node: string, script: string): string {
  const name = script.replace(/[^\w.-]/g, (character) => `+${character.charCodeAt(0)}`);
  return `${workFolder}/${node}/failed/${name}`;
}

/** A node's file, ready for the daemon. */
export function prepared(node: LabNode, path: string): string {
  const text = node.files.get(path) ?? "";
  if (!isForDaemon(node, path)) return text;
  const changes = statementsIn(keepalived.parse(text).items, node.name).flatMap((block) => changesIn(node, block));
  return changes.reduceRight((before, { start, end, text: replacement }) => {
    return before.slice(0, start) + replacement + before.slice(end);
  }, text);
}

function changesIn(node: LabNode, block: Statement): Change[] {
  const [keyword, name] = block.words.map((word) => word.value);
  const inner = statementsIn(block.block?.items ?? [], node.name);
  if (keyword === "global_defs") return inner.flatMap((one) => replaced(one, "script_user", "root"));
  if (keyword !== "vrrp_script") return [];
  const check = `"/usr/bin/test ! -e ${failureFile(node.name, name ?? "")}"`;
  return inner.flatMap((one) => [...replaced(one, "script", check), ...replaced(one, "user", "root")]);
}

/** Puts other words behind the keyword of a statement, if that is the keyword. */
function replaced(statement: Statement, keyword: string, text: string): Change[] {
  const [first, second] = statement.words;
  const last = statement.words.at(-1);
  if (first?.value !== keyword || second === undefined || last === undefined) return [];
  return [{ start: second.start, end: last.end, text }];
}
