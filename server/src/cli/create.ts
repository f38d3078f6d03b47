/** `ha-config create`: prints or writes what belongs to configurations and is not there yet. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Offer } from "../core/model/companion.ts";
import { companionKinds, defaultSettings, Service } from "../core/service.ts";
import { type Locale, say } from "../core/text/localized.ts";
import { nearest } from "../core/text/nearest.ts";
import { diskFiles, pathOf } from "../files/diskFiles.ts";
import { visible } from "./columns.ts";
import { mustBeWritable } from "./fixes.ts";
import { takeInPaths } from "./inputs.ts";
import { chooseLocale } from "./locale.ts";
import { shownPath } from "./paths.ts";
import { parse, UsageError } from "./usage.ts";

const options = { write: { type: "boolean", default: false }, locale: { type: "string" } } as const;

/** A file as it is to be. */
interface Written {
  readonly uri: string;
  readonly text: string;
  /** What it holds now; undefined where there is none. */
  readonly before: string | undefined;
}

export function create(argv: readonly string[]): number {
  const { values, positionals } = parse({ args: [...argv], allowPositionals: true, options });
  const [what, ...paths] = positionals;
  const ids = companionKinds.map(({ id }) => id);
  const locale = chooseLocale(values.locale, process.env);
  if (what === undefined) {
    const kinds = companionKinds.map(({ id, title }) => `${id} (${say(title, locale)})`);
    throw new UsageError(`say what to create: ${kinds.join(", ")}`);
  }
  if (!ids.includes(what)) {
    const meant = nearest(what, ids);
    throw new UsageError(`cannot create "${what}"${meant === undefined ? "" : `, did you mean "${meant}"?`}`);
  }
  const service = new Service({ ...diskFiles, failed: () => undefined }, defaultSettings);
  const given = takeInPaths(service, paths, undefined);
  const files = writtenFor(service, given, what, locale);
  if (files.length === 0) throw new Error(`nothing to create: ${what} is there already, or does not apply`);
  for (const file of files) put(file, values.write, files.length > 1);
  return 0;
}

/** All that is offered for these files, each new or changed file once. */
function writtenFor(service: Service, given: readonly string[], what: string, locale: Locale): readonly Written[] {
  const files = new Map<string, Written>();
  for (const uri of given) {
    for (const offer of service.offers({ uri, position: undefined, roots: [] }, what)) {
      const isKnown = [...offer.creates, ...offer.edits.map(({ source }) => source)].some((one) => files.has(one.uri));
      if (isKnown) continue;
      for (const file of carryOut(service, offer, locale)) files.set(file.uri, file);
    }
  }
  return [...files.values()];
}

function carryOut(service: Service, { creates, edits }: Offer, locale: Locale): readonly Written[] {
  const made = creates.map(({ uri, text }) => ({ uri, text: say(text, locale), before: undefined }));
  const textOf = (uri: string) => service.workspace.document(uri)?.text ?? "";
  const before = new Map(edits.map(({ source }) => [source.uri, textOf(source.uri)]));
  const placed = edits.map((edit) => ({ edit, range: service.range(edit) }));
  // From the end to the start, so that no edit moves the place of another.
  placed.sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
  for (const { edit, range } of placed) {
    service.change(edit.source.uri, [{ range, text: say(edit.text, locale) }]);
  }
  return [...made, ...[...before].map(([uri, text]) => ({ uri, text: textOf(uri), before: text }))];
}

/** Says on standard error which file it is, so that a single one can be sent elsewhere as it is. */
function put({ uri, text, before }: Written, isWritten: boolean, hasOthers: boolean): void {
  const shown = visible(shownPath(uri));
  if (!isWritten) {
    process.stderr.write(`${shown}:\n`);
    process.stdout.write(hasOthers ? `# ${shown}\n${text}` : text);
    return;
  }
  const file = pathOf(uri);
  if (before === undefined) mkdirSync(path.dirname(file), { recursive: true });
  else mustBeWritable(file, before, "--write");
  // Never over a file that has come up meanwhile.
  writeFileSync(file, text, { flag: before === undefined ? "wx" : "w" });
  process.stdout.write(`${shown}\n`);
}
