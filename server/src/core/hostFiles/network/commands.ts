/** Commands that give an interface an address: `ip address add` (ip-address(8)) and `ifconfig` (ifconfig(8)). */
import type { AddressFact, HostFact } from "../facts.ts";
import type { Argument, Command } from "../shell/commands.ts";
import { addressFact, deviceOf } from "./addressWord.ts";

/** The fact that a command stands for, if any. */
export function readAddressCommand(command: Command): readonly HostFact[] {
  const fact = readers.get(command.name)?.(command.args);
  return fact === undefined ? [] : [fact];
}

const readers: ReadonlyMap<string, (args: readonly Argument[]) => AddressFact | undefined> = new Map([
  ["ip", readIp],
  ["ifconfig", readIfconfig],
]);

function readIp(args: readonly Argument[]): AddressFact | undefined {
  // Options such as -4 come first; each of the words may be cut short.
  const from = args.findIndex((arg) => arg.text?.startsWith("-") !== true);
  const [object, verb, ...rest] = from < 0 ? [] : args.slice(from);
  if (!isShort(object, "address") || !(isShort(verb, "add") || isShort(verb, "replace"))) return undefined;
  const device = after(rest, "dev");
  const local = rest[0]?.text === "local" ? rest[1] : rest[0];
  return device?.text === undefined ? undefined : factOf(local, device.text);
}

function readIfconfig(args: readonly Argument[]): AddressFact | undefined {
  const [device, first, second] = args;
  if (device?.text === undefined) return undefined;
  const isFamily = first?.text === "inet" || first?.text === "inet6" || first?.text === "add";
  const local = isFamily ? (second?.text === "add" ? args[3] : second) : first;
  return factOf(local, device.text, after(args, "netmask")?.text);
}

function factOf(word: Argument | undefined, device: string, mask?: string): AddressFact | undefined {
  if (word?.text === undefined) return undefined;
  return addressFact({ text: word.text, start: word.start, end: word.end }, deviceOf(device), mask);
}

function isShort(arg: Argument | undefined, whole: string): boolean {
  return arg?.text !== undefined && arg.text !== "" && whole.startsWith(arg.text);
}

function after(args: readonly Argument[], name: string): Argument | undefined {
  const index = args.findIndex((arg) => arg.text === name);
  return index < 0 ? undefined : args[index + 1];
}
