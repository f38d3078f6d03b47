/** Commands that set the kernel: `sysctl -w` (sysctl(8)) and `echo` into /proc/sys (proc(5)). */
import type { HostFact } from "./facts.ts";
import type { Command } from "./shell/commands.ts";

/** The settings that a command makes. */
export function readSettingCommand(command: Command): readonly HostFact[] {
  return readers.get(command.name)?.(command) ?? [];
}

const readers: ReadonlyMap<string, (command: Command) => readonly HostFact[]> = new Map([
  ["sysctl", readSysctl],
  ["echo", readEcho],
]);

function readSysctl({ args }: Command): readonly HostFact[] {
  // With -p the words are files.
  if (args.some((arg) => arg.text === "-p" || arg.text?.startsWith("--load") === true)) return [];
  return args.flatMap(({ text, start, end }) => {
    const match = /^([\w./-]+)\s*=\s*(.*)$/s.exec(text ?? "");
    if (match === null || text?.startsWith("-") === true) return [];
    const [, key = "", value = ""] = match;
    return [{ kind: "setting" as const, key: dotted(key), value: value.trim(), start, end }];
  });
}

function readEcho({ args, output, start, end }: Command): readonly HostFact[] {
  const path = /^\/proc\/sys\/(.+)$/.exec(output?.text ?? "")?.[1];
  const words = args.filter((arg) => arg.text !== "-n" && arg.text !== "-e").map((arg) => arg.text);
  if (path === undefined || words.length === 0 || words.includes(undefined)) return [];
  return [
    { kind: "setting", key: dotted(path), value: words.join(" "), start, end: Math.max(end, output?.end ?? end) },
  ];
}

/** A key may be written with slashes, where a dot then is part of a name: `net/ipv4/conf/eth0.100/arp_ignore`. */
function dotted(key: string): string {
  const separator = /[./]/.exec(key)?.[0];
  return separator === "/" ? key.replace(/[./]/g, (sign) => (sign === "/" ? "." : "/")) : key;
}
