/** What `haproxy -c` printed: where each message points, how grave it is, and whether it is about this machine only. */
import { distinct, type Message } from "../judged.ts";
import { outline, sections } from "./outline.ts";

interface Printed {
  readonly isError: boolean;
  readonly message: Message;
}

/** What a configuration cannot know, with the reason why. */
const environment: readonly { readonly reason: string; readonly said: RegExp }[] = [
  {
    reason: "Only a name server knows; a text of digits and dots is no name that one could know.",
    said: /could not resolve address '(?![\d.]+')/,
  },
  { reason: "The name servers of this host, and the way to any.", said: /can't connect socket for nameserver/ },
  { reason: "The name servers of this host.", said: /failed to open \/etc\/resolv\.conf/ },
  {
    reason: "Files that this host lacks or that have something else in them.",
    said: /No such file or directory|Permission denied|Is a directory|Not a directory/,
  },
  {
    reason: "The same, without the reason of the system.",
    said: /(?:cannot|can't|can not|couldn't|unable to|failed to) (?:open|stat|load|read|access) (?!sample|the cache)/i,
  },
  { reason: "The same, for error files, which name no reason either.", said: /error (?:opening|reading) file/ },
  { reason: "What stands in certificate files.", said: /(?:certificate|crt-list) '\S*' does not exist/ },
  { reason: "What stands in certificate files.", said: /(?:No|no) (?:Private Key|private key|certificate) found/ },
  { reason: "Users and groups of this host.", said: /cannot find (?:user|group) id for|unknown (?:user|group) / },
  { reason: "Descriptors that the starting process would hand over.", said: /cannot use file descriptor/ },
  { reason: "Network namespaces of this host.", said: /Cannot open namespace/ },
  { reason: "The name of this host, by which it knows itself among its peers.", said: /unable to find local peer/ },
  { reason: "The same: no peer is this host.", said: /Removing incomplete section 'peers/ },
  { reason: "Processors and limits of this host.", said: /maxconn .* is limited|greater than the number of|no CPU/i },
  { reason: "How fast this host is.", said: /takes \d+ milliseconds to verify|to a total of \d+ CPUs/ },
  { reason: "What Lua files of this host register.", said: /'lua\.[^']*' unknown service name/ },
  {
    reason: "Parts that a build has or lacks.",
    said: /not compiled in|built without|(?:not|no) support(?:ed)? (?:on|by) this|compiled with|USE_[A-Z]+|recompile/,
  },
  {
    reason: "The same: their keywords are unknown then.",
    said: /unknown (?:keyword|fetch method|converter|filter) '(?:(?:tune\.)?(?:lua|51degrees|51d|deviceatlas|da-csv|wurfl|ot|opentracing|quic|zlib)|debug\.counters|profiling\.memory)\b/,
  },
  {
    reason: "Which ciphers and curves exist is the TLS library's.",
    said: /unable to set (?:TLSv1\.3 |SSL )?(?:cipher|curve|ec)/i,
  },
];

/** Messages about other messages. */
const trailer =
  /^(?:Error\(s\) found in configuration file|Fatal errors found in configuration|Failed to initialize server\(s\) addr|Some warnings were found and)/;
const level = /^\[(ALERT|WARNING|NOTICE|DIAG)\] +\(\d+\) : (?:config ?: ?)*(.*)$/;
/** A message that ends in a stray byte may miss its line break. */
const boundary = /\n|(?=\[(?:ALERT|WARNING|NOTICE|DIAG)\] +\(\d+\) : )/;
/** Plain lines among the messages. */
const plain = /^(?:Warnings were found\.|Configuration file (?:is valid|has no error).*)$/;
const located = /^(?:[Pp]arsing )?\[([^\]]*):(\d+)\] ?:? ?(.*)$/s;
const mentioned = /(?:\[|\(|\bat )([^\s[\]()]+):(\d+)\b/g;

export interface Said {
  readonly errors: readonly Message[];
  readonly warnings: readonly Message[];
  readonly environment: readonly Message[];
  /** Whether one of `environment` made the daemon refuse. */
  readonly stopped: boolean;
}

/** Sorts what the daemon printed about the file `main` with this text, each message once. */
export function read(output: string, main: string, text: string): Said {
  const all = split(output).map(({ isError, said }) => ({ isError, message: locate(said, main, text) }));
  const isHost = ({ message }: Printed) => environment.some(({ said }) => said.test(message.text));
  const own = all.filter((one) => !isHost(one));
  const host = all.filter(isHost);
  const messages = (list: readonly Printed[]) => distinct(list.map(({ message }) => message));
  return {
    errors: messages(own.filter(({ isError }) => isError)),
    warnings: messages(own.filter(({ isError }) => !isError)),
    environment: messages(host),
    stopped: host.some(({ isError }) => isError),
  };
}

/** A message goes on until the next one: most often indented, with a bar or a caret, but not always. */
function split(output: string): { isError: boolean; said: string }[] {
  const found: { isError: boolean; kind: string; said: string }[] = [];
  for (const line of output.split(boundary)) {
    const [, kind, said = ""] = level.exec(line) ?? [];
    if (kind !== undefined) found.push({ isError: kind === "ALERT", kind, said });
    else if (!plain.test(line) && line.trim() !== "") {
      const last = found.at(-1);
      if (last !== undefined) last.said += `\n${line}`;
    }
  }
  return found.filter(({ kind, said }) => (kind === "ALERT" || kind === "WARNING") && !trailer.test(said));
}

/** A message begins with its place, or has one or several in its text, or names sections, or says nothing of it. */
function locate(said: string, main: string, text: string): Message {
  let rest = said;
  let place: { file: string; line: number } | undefined;
  for (let found = located.exec(rest); found !== null; found = located.exec(rest)) {
    // Line 0 is that of a section as a whole.
    if (found[2] !== "0") place ??= { file: found[1] ?? "", line: Number(found[2]) };
    rest = found[3] ?? "";
  }
  if (place !== undefined) return { ...place, text: rest };
  const places = [...rest.matchAll(mentioned)].map(([, file = "", line]) => ({ file, line: Number(line) }));
  const [only] = places;
  if (only !== undefined && places.length === 1) return { ...only, text: rest };
  const within = [
    ...places.filter(({ file }) => file === main).map(({ line }) => [line, line] as const),
    ...(places.length === 0 ? sectionsIn(rest, text) : []),
  ];
  return { ...(within.length === 0 ? {} : { within }), text: rest };
}

/** The first and last lines of the sections whose names the message quotes. */
function sectionsIn(said: string, text: string): (readonly [number, number])[] {
  const quoted = [...said.matchAll(/['<]([^'<>]+)['>]/g)].flatMap(([, name = ""]) => [
    name,
    // A server, or a section with its kind.
    ...name.split(/[/ ]/),
  ]);
  return sections(outline(text))
    .filter(({ name }) => name !== undefined && quoted.includes(name))
    .map(({ first, last }) => [first + 1, last + 1] as const);
}
