/**
 * DPVS, a balancer outside of the kernel, comes with an ipvsadm of its own (tools/ipvsadm in its repository): more
 * commands, and letters that mean something else here. Files for it are no worse for that, but not for this command.
 */
import type { Word } from "../../../syntax/ast.ts";

/** Commands by letter and by name: local addresses, and lists of clients that are refused or let in. */
const commands: ReadonlySet<string> = new Set([
  ..."PQGUVB".split("").map((letter) => `-${letter}`),
  ..."add-laddr del-laddr get-laddr add-blklst del-blklst get-blklst add-whtlst del-whtlst get-whtlst"
    .split(" ")
    .map((name) => `--${name}`),
]);

const options: ReadonlySet<string> = new Set(
  "-z -F -j -k -H -q --laddr --ifname --synproxy --blklst --whtlst --match --icmp".split(" "),
);

/** Whether the words of a line that is refused are those of DPVS. */
export function isDialect(words: readonly Word[]): boolean {
  const [head, ...rest] = words;
  if (head === undefined) return false;
  // To popt all letters behind an unknown one belong to it: `-Pt`.
  if (commands.has(nameOf(head))) return true;
  const isServer = head.value === "-a" || head.value === "-e";
  // There "-b" is a way of forwarding, and has no value.
  return rest.some((word) => options.has(nameOf(word)) || (isServer && word.value === "-b"));
}

function nameOf({ value }: Word): string {
  return value.startsWith("--") ? value : value.slice(0, 2);
}
