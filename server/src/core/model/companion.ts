/**
 * What belongs to a configuration and is not there yet: the other node's file, kernel settings, lines of a firewall. A
 * companion mends no problem; it writes what somebody would otherwise write by hand, and is offered where it applies.
 */
import type { Bound } from "../schema/bound.ts";
import type { Location, NewFile } from "../schema/problem.ts";
import type { Section } from "../text/document.ts";
import type { Text } from "../text/localized.ts";
import type { Estate, Host } from "./cluster/host.ts";

/** Words that go in the place of others. Comments among them are in the reader's language. */
export interface Writing extends Location {
  readonly text: Text;
}

/** New files, and changes of those that are there. */
export interface Offer {
  readonly title: Text;
  readonly creates: readonly NewFile[];
  readonly edits: readonly Writing[];
}

export interface Asked {
  readonly estate: Estate;
  /** A host that reads the file. */
  readonly host: Host;
  /** The file from which it is asked. */
  readonly uri: string;
  /** The innermost statement at the cursor; undefined where the file as a whole is meant. */
  readonly statement: Bound | undefined;
  /** The text of a file that a configuration reads. */
  sections(uri: string): readonly Section[] | undefined;
  /** Whether a file may be written: none is there, and it lies within what the user works on. */
  mayCreate(uri: string): boolean;
}

export interface Companion {
  /** Short enough to be typed. */
  readonly id: string;
  /** What it writes, in a few words. */
  readonly title: Text;
  /** Keywords on whose lines it is offered. */
  readonly on: readonly string[];
  offers(asked: Asked): readonly Offer[];
}
