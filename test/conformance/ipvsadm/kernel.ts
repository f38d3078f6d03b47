/**
 * What the kernel makes of rules, line by line. Behind each line stands one that prints what is known, so that its
 * output tells where the line's own ends, and whether ipvsadm read on.
 */
import { readRules } from "./machine.ts";

/** What became of a line: `stops` where ipvsadm left, `skips` where it said something and read on. */
export interface Verdict {
  readonly effect: "stops" | "skips" | "none" | "unread";
  /** The kernel said it, and not ipvsadm. */
  readonly kernel: boolean;
  readonly said: string;
}

export interface Question {
  readonly lines: readonly string[];
  /** Whether ipvsadm is expected to leave at a line, so that another one must read those behind it. */
  readonly stops: (line: number) => boolean;
}

export interface Answer {
  readonly verdicts: readonly Verdict[];
  readonly table: readonly string[];
}

const sentinel = "-L --timeout";
const wentOn = /^Timeout \(tcp tcpfin udp\): .*\n/m;
const stopDaemons = ["--stop-daemon master", "--stop-daemon backup"];

/** Lines that one ipvsadm reads; of all of them together there is one output each. */
type Piece = readonly string[];

/** Asks of all questions in one machine, each from an empty table on. */
export async function askKernel(questions: readonly Question[]): Promise<readonly Answer[]> {
  const readers: Piece[][] = [[]];
  const put = (piece: Piece, isLast: boolean): void => {
    // A daemon that is stopped by the process that has just started it never ends here.
    const isDaemon = piece.some((line) => line.includes("-daemon"));
    if (isDaemon) readers.push([]);
    readers.at(-1)?.push(piece);
    if (isLast || isDaemon) readers.push([]);
  };
  for (const [index, { lines, stops }] of questions.entries()) {
    put(["-C"], false);
    const hadDaemon = questions[index - 1]?.lines.some((line) => line.includes("-daemon")) === true;
    for (const line of stopDaemons) if (hadDaemon) put([line], false);
    for (const [at, line] of lines.entries()) put([line], stops(at));
    put(["-S -n"], false);
  }
  const printed = await readRules(
    readers.map((pieces) => pieces.map((piece) => [...piece, sentinel, ""].join("\n")).join("")),
  );
  const outputs = readers.flatMap((pieces, index) => outputsOf(pieces.length, printed[index] ?? ""));
  let at = 0;
  return questions.map(({ lines }, index) => {
    const hadDaemon = questions[index - 1]?.lines.some((line) => line.includes("-daemon")) === true;
    if (hadDaemon) at += stopDaemons.length;
    const verdicts = outputs.slice(at + 1, at + 1 + lines.length).map(verdictOf);
    const table = outputs[at + 1 + lines.length]?.text ?? "";
    at += lines.length + 2;
    return { verdicts, table: table.split("\n").filter((line) => line !== "") };
  });
}

interface Output {
  readonly text: string;
  readonly isRead: boolean;
  readonly wentOn: boolean;
}

/** The outputs of the pieces that one ipvsadm was given; it may have left at one of them. */
function outputsOf(count: number, printed: string): readonly Output[] {
  const texts = printed.split(wentOn);
  return Array.from({ length: count }, (_, index) => ({
    text: texts[index] ?? "",
    isRead: index < texts.length,
    wentOn: index < texts.length - 1,
  }));
}

function verdictOf({ text, isRead, wentOn: isOn }: Output): Verdict {
  const said = text.trim();
  if (!isRead) return { effect: "unread", kernel: false, said };
  if (!isOn) return { effect: "stops", kernel: false, said };
  const isListing = /^(?:IP Virtual Server|Prot |-A |Timeout|master|backup|IPVS connection)/.test(said);
  if (said === "" || isListing) return { effect: "none", kernel: false, said: "" };
  // What popt says begins with the option.
  return { effect: "skips", kernel: !/^-\S*: /.test(said), said };
}
