/** Lines that only a shell can run, where others are for `ipvsadm -R` as well. */
import type { Statement } from "../../../syntax/ast.ts";

/** Whether a path or `sudo` stands before the rule; the bare word "ipvsadm" is skipped by its reader. */
export function isShellLine({ condition }: Statement): boolean {
  return condition !== undefined && condition.raw !== "ipvsadm";
}
