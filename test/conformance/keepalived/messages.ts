/** What `keepalived -t` printed: where each message points, and whether it is about this machine only. */

import { distinct, type Message } from "../judged.ts";

/** What a configuration cannot know: interfaces, users, scripts, names in DNS, routing tables, what a build has. */
const environment: readonly RegExp[] = [
  // A longer name can exist nowhere.
  /\binterface \S{1,15} .*doesn't exist/,
  /^Non-existent interface specified in configuration/,
  /^unknown interface \S+ specified for (?:linkbeat interface|up\/down delay)/,
  /tracked interface \S{1,15} doesn't exist/,
  /requires either an interface or default interface must exist/,
  /VRF (?:interface )?\S+ (?:doesn't exist|not found)/,
  /interface \S+ already exists and is not/,
  /interface \S+ does not support multicast/,
  /vmacs are only supported on Ethernet type interfaces/,
  /Cannot find an IP address to use for interface/,
  /since not found\/accessible/,
  /[Uu]nable to set default user/,
  /^Error setting global script uid\/gid/,
  /^(?:Unable to resolve script|Script) (?:user|group)/,
  /^Unable to set (?:uid\/gid|uid:gid|euid|egid)/,
  /^Failed to set uid\/gid/,
  /^(?:Unable to access|Cannot find|Unsafe permissions found for|Permissions failure for) script/,
  /script .* is not executable/,
  /^Script .* cannot be accessed/,
  /resolved by path search/,
  // Raised only where the script exists on this machine.
  /^SECURITY VIOLATION/,
  /onfig files missing|^No config files matched/,
  /is not a regular non-executable file/,
  /^Unable to (?:read|find) configuration file/,
  /config_save_dir|config directory/,
  // With an address it is the port that is invalid.
  /^Invalid smtp server (?!\d+\.\d+\.\d+\.\d+ |[\da-f]*:)/,
  /^Routing table \S+ not found/,
  /^Invalid scope '[A-Za-z]\w*' specified for/,
  /^(?:Protocol|Scope) \S+ not found or invalid for route/,
  /not supported by kernel|kernel d(?:oes not|oesn't) support|no kernel support/,
  /^feature \S+ not supported/,
  /^Track file directory for .* does not exist/,
  /^track file .* is not accessible/,
  /^(?:Cannot|Unable to) initialise track file/,
  /^realpath\(\) error/,
  /^The filesystem of .* is read only/,
  /^iptables not supported/,
  /^Unknown keyword '(?:vrrp_ip(?:sets|tables)|enable_snmp_\w+|enable_traps|snmp_socket|enable_dbus|dbus_\w+)'/,
  /^timed out$/,
];

/** A script or file that was dropped for the machine's sake is reported again where it is used. */
const dropped = /(?:script|file(?: directory for)?|^realpath.* for) (\S+?)(?: since| -| does| is|$)/;
const usedAgain = /track (?:script|file) (\S+) not found/;

/** A processor that this machine lacks: the message before it, on the same line, names the range. */
const noProcessor = /^Invalid cpu_id:\d{1,3} /;
const outsideRange = /^number '\d+' outside range/;

/** Messages of the configuration, and those of the machine. */
export function classify(all: readonly Message[]): { messages: Message[]; environment: Message[] } {
  const gone = new Set<string>();
  const result = { messages: [] as Message[], environment: [] as Message[] };
  const processors = new Set(all.filter(({ text }) => noProcessor.test(text)).map(({ line }) => line));
  for (const message of all) {
    // Most texts begin with the name of an instance.
    const text = message.text.replace(/^\(\S*\):? /, "");
    const isProcessor = processors.has(message.line) && (noProcessor.test(text) || outsideRange.test(text));
    const isEnvironment = isProcessor || environment.some((pattern) => pattern.test(text));
    const used = usedAgain.exec(text)?.[1];
    const follows = used !== undefined && gone.has(used);
    const name = isEnvironment ? dropped.exec(text)?.[1] : undefined;
    if (name !== undefined) gone.add(name);
    (isEnvironment || follows ? result.environment : result.messages).push(message);
  }
  return result;
}

/** The messages in what the daemon printed, each once: it reads a file up to four times. */
export function parse(output: string, main: string, paths: readonly string[]): Message[] {
  const printed = output.split("\n").filter((line) => line.trim() !== "");
  return distinct(
    printed.map((text) => {
      const [, written, line, said = text] = /^\((?:(.*?): )?Line (\d+)\) (.*)$/s.exec(text) ?? [];
      if (line === undefined) return { text };
      return { file: resolve(written ?? main, paths), line: Number(line), text: said };
    }),
  );
}

/** The daemon names an included file as the include line does, relative to the file of that line. */
function resolve(written: string, paths: readonly string[]): string {
  return paths.find((path) => path === written) ?? paths.find((path) => path.endsWith(`/${written}`)) ?? written;
}
