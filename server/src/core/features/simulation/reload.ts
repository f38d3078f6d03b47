/** `reload FILE`: what a host's files say once another file stands in the place of its main file. */

import type { Host } from "../../model/cluster/host.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { Facts } from "../../model/facts.ts";
import { type FileHost, Workspace } from "../../model/workspace.ts";
import type { Location } from "../../schema/problem.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import type { Position } from "../../text/range.ts";

/** A file in the place of another. */
export interface ReloadFile {
  readonly uri: string;
  readonly text: string;
}

/** The file that an event names, seen from a host; undefined where there is none. */
export type FindFile = (written: string, host: Host) => ReloadFile | undefined;

export interface FileRange {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
}

export interface Reload {
  readonly facts: Facts;
  /** Lines and columns in the files that were read for it; undefined where it is none of them. */
  range(location: Location): FileRange | undefined;
}

const messages = {
  missing: text('"{0}" cannot be read', '无法读取"{0}"'),
  nothing: text("{0} has no main file that could be replaced", "{0} 没有可替换的主文件"),
};

/** Reads the file as the main file of the host, with what it includes. */
export function readReload(host: Host, written: string, find: FindFile, files: FileHost): Reload | Text {
  const main = mainOf(host);
  if (main === undefined) return fill(messages.nothing, host.name);
  const file = find(written, host);
  if (file === undefined) return fill(messages.missing, written);
  const { language, version } = main;
  const workspace = new Workspace([language], files, { versions: { [language.id]: version }, together: [] });
  workspace.add(file.uri, file.text, { languageId: language.id, open: false });
  const variants = workspace.configurations(file.uri);
  const read = variants.find(({ configId }) => configId === (main.configId ?? host.name)) ?? variants[0];
  const kept = host.configurations.filter((one) => one !== main).map(factsOf);
  const all = read === undefined ? kept : [...kept, factsOf(read)];
  return {
    facts: {
      ...host.facts,
      instances: all.flatMap(({ instances }) => instances),
      groups: all.flatMap(({ groups }) => groups),
    },
    range({ source: { uri, section }, start, end }) {
      const document = workspace.document(uri);
      if (document?.sections.includes(section) !== true) return undefined;
      return { uri, start: document.positionIn(section, start), end: document.positionIn(section, end) };
    },
  };
}

/** The configuration that makes the host take part in elections. */
export function mainOf({ configurations }: Host): Configuration | undefined {
  const telling = configurations.filter(({ language }) => language.tellsHosts === true);
  return telling.find((one) => factsOf(one).instances.length > 0) ?? telling[0];
}

function factsOf(configuration: Configuration): Facts {
  return configuration.language.facts(configuration);
}
