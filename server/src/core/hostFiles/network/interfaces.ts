/** Debian's /etc/network/interfaces and interfaces.d (interfaces(5)). */
import type { HostFact, HostFileFacts } from "../facts.ts";
import { shellCommands } from "../shell/commands.ts";
import { blankWords, type Line, linesOf, type Word } from "../words.ts";
import { addressFact, deviceOf } from "./addressWord.ts";
import { readAddressCommand } from "./commands.ts";

/** Words that begin a stanza and so end the one before. */
const stanza = /^(?:auto|allow-\S+|mapping|source|source-directory|no-auto-down|no-scripts|rename|template|iface)$/;
const hook = /^(?:pre-up|up|post-up)$/;

interface Iface {
  readonly device: string;
  readonly addresses: Word[];
  mask: string | undefined;
}

export function readInterfaces(text: string): HostFileFacts {
  const facts: HostFact[] = [];
  let current: Iface | undefined;
  const finish = () => {
    // The mask may stand after the address.
    const { addresses = [], device, mask } = current ?? {};
    facts.push(...addresses.flatMap((word) => addressFact(word, device, mask) ?? []));
    current = undefined;
  };
  for (const line of joinedLines(text)) {
    const [first, second, ...rest] = blankWords(line.text, line.start);
    if (first === undefined || first.text.startsWith("#")) continue;
    if (stanza.test(first.text)) finish();
    if (first.text === "iface" && second !== undefined) {
      const device = deviceOf(second.text);
      current = { device, addresses: [], mask: undefined };
      facts.push({ kind: "interface", interface: device, start: second.start, end: second.end });
      const dynamic = rest.find((word) => word.text === "dhcp" || word.text === "auto" || word.text === "bootp");
      if (dynamic !== undefined) {
        facts.push({ kind: "dynamic", interface: device, start: dynamic.start, end: dynamic.end });
      }
    } else if (current !== undefined && second !== undefined) {
      if (first.text === "address") current.addresses.push(second);
      if (first.text === "netmask") current.mask = second.text;
      if (hook.test(first.text)) facts.push(...readHook(line, second, current.device));
    }
  }
  finish();
  return facts;
}

/** ifupdown gives the interface to commands as $IFACE. */
function readHook(line: Line, from: Word, device: string): readonly HostFact[] {
  const text = line.text.slice(from.start - line.start);
  return shellCommands(text, from.start, new Map([["IFACE", device]])).flatMap(readAddressCommand);
}

/** Lines, joined with blanks where a backslash stands at the end, so that places stay the same. */
function* joinedLines(text: string): Generator<Line> {
  let open: Line | undefined;
  for (const line of linesOf(text)) {
    // One character for each that the gap has: a line end, with or without a carriage return.
    const gap = open === undefined ? "" : " ".repeat(line.start - open.start - open.text.length);
    const whole: Line = open === undefined ? line : { start: open.start, text: open.text + gap + line.text };
    if (whole.text.endsWith("\\")) open = { start: whole.start, text: `${whole.text.slice(0, -1)} ` };
    else {
      yield whole;
      open = undefined;
    }
  }
  if (open !== undefined) yield open;
}
