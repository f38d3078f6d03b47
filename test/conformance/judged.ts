/** What a judgement is about and what comes of it, whichever the daemon. */

export interface File {
  /** Relative to the folder that is judged. */
  readonly path: string;
  readonly text: string;
}

/** A configuration that a suite starts from. */
export interface Base {
  readonly name: string;
  readonly text: string;
  /** What it includes; its own path is that of the suite's main file. */
  readonly included: readonly File[];
}

export interface Message {
  /** Path as given to the judge; absent where the daemon names no line. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** Where no line is named: the first and last lines, from 1, of what the message names instead. */
  readonly within?: readonly (readonly [first: number, last: number])[];
  readonly text: string;
}

export interface Verdict {
  /** Exit status; 128 + N when signal N ended the daemon. */
  readonly exit: number;
  /** Whether the daemon refuses the configuration for its own sake, on any machine. */
  readonly refused: boolean;
  /** What makes it refuse, or what it reports at all where it makes no difference between the two. */
  readonly messages: readonly Message[];
  /** What it reports and takes nevertheless. */
  readonly warnings?: readonly Message[];
  /** What it says about this machine: no such interface, script, user, name. */
  readonly environment: readonly Message[];
  /** It stopped because of this machine, so nobody knows what else it would have said. */
  readonly undecided?: boolean;
}

/** The messages without repetitions. */
export function distinct(messages: readonly Message[]): Message[] {
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}
