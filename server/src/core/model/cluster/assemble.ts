/**
 * Which files one machine would read. Files of a language that tells hosts apart come first: each of several in one
 * folder is a host (`keepalived-lb1.conf`), a single one makes its folder a host (`lb1/keepalived.conf`), and each id of
 * its `@id` lines is one. Other files belong to the host whose folder or name they share, and to all of a folder's hosts
 * where they name none.
 */
import { fill, type Text, text } from "../../text/localized.ts";
import type { Configuration } from "../configuration.ts";
import type { HostFile } from "./host.ts";
import { type Place, placeOf } from "./place.ts";

const reasons = {
  stated: text("stated in .ha-config.json", ".ha-config.json 中已声明"),
  folder: text('lies in the folder "{0}"', '位于文件夹"{0}"中'),
  name: text('"{0}" is in the name of the file', '文件名中含有"{0}"'),
  id: text("its lines name the host: @{0}", "文件内的行标明了主机：@{0}"),
  otherId: text("read by a host that no @ line names", "由没有 @ 行标明的主机读取"),
  shared: text(
    "names no host and lies beside the files of several: all read it",
    "未指明主机且与多台主机的文件相邻：由它们共同读取",
  ),
  alone: text("the only host that the files tell of", "文件中只出现这一台主机"),
};

/** A file that takes part, with what it says. */
export interface HostInput {
  readonly uri: string;
  /** Absent for files that are no language of ours. */
  readonly configuration: Configuration | undefined;
}

/** What `.ha-config.json` files say of a file: the ids of the hosts that read it. */
export interface StatedFiles {
  /** Hosts by id, with name and site. */
  readonly hosts: readonly { readonly id: string; readonly name: string; readonly site: string }[];
  /** The ids of the stated hosts that read a file, as the `@id` of its lines; none where nothing is stated. */
  readers(uri: string, configId: string | undefined): readonly string[];
}

/** A host while its files are being gathered. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly site: string;
  readonly isStated: boolean;
  readonly inputs: HostInput[];
  readonly files: HostFile[];
}

/** The hosts of a workspace, in the order of their first files. */
export function assembleHosts(inputs: readonly HostInput[], stated: StatedFiles): readonly Draft[] {
  const hosts = new Map<string, Draft>();
  const draft = (id: string, name: string, site: string, isStated = false): Draft => {
    const found = hosts.get(id) ?? { id, name, site, isStated, inputs: [], files: [] };
    hosts.set(id, found);
    return found;
  };
  for (const { id, name, site } of stated.hosts) draft(id, name, site, true);
  const left: Placed[] = [];
  for (const input of inputs) {
    const readers = stated.readers(input.uri, input.configuration?.configId);
    for (const id of readers) {
      const host = hosts.get(id);
      if (host !== undefined) take(host, input, reasons.stated);
    }
    const place = placeOf(input.uri);
    if (readers.length === 0 && !place.isCopy) left.push({ input, place });
  }
  const telling = left.filter(tellsHosts);
  const alike = countBy(new Map(telling.map((one) => [one.input.uri, one])).values(), kindOf);
  const variants = countBy(left, ({ input }) => input.uri);
  for (const one of telling) {
    const count = (counts: ReadonlyMap<string, number>, key: string) => counts.get(key) ?? 0;
    const own = hostOf(one, count(alike, kindOf(one)) > 1, count(variants, one.input.uri) > 1);
    take(draft(own.id, own.name, own.site), one.input, own.reason);
  }
  const known = [...hosts.values()];
  for (const one of left) if (!tellsHosts(one)) place(one, known, draft);
  return [...hosts.values()].filter(({ inputs: own }) => own.length > 0);
}

interface Placed {
  readonly input: HostInput;
  readonly place: Place;
}

function tellsHosts({ input }: Placed): boolean {
  return input.configuration?.language.tellsHosts === true;
}

/** The same for files of one language in one folder. */
function kindOf({ input, place }: Placed): string {
  return `${input.configuration?.language.id ?? ""} ${place.folder}`;
}

function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

type MakeDraft = (id: string, name: string, site: string) => Draft;

/** The host that a file tells of by itself. */
function hostOf(
  { input, place: at }: Placed,
  hasNeighbours: boolean,
  hasVariants: boolean,
): { readonly id: string; readonly name: string; readonly site: string; readonly reason: Text } {
  const configId = input.configuration?.configId;
  const folderName = at.folderName ?? "localhost";
  if (configId !== undefined) {
    return { id: `${at.folder}#@${configId}`, name: configId, site: at.folder, reason: fill(reasons.id, configId) };
  }
  if (hasVariants) {
    return { id: `${at.folder}#@`, name: `${folderName} (@)`, site: at.folder, reason: reasons.otherId };
  }
  if (!hasNeighbours) {
    const reason = at.folderName === undefined ? reasons.alone : fill(reasons.folder, folderName);
    return { id: at.folder, name: folderName, site: at.site, reason };
  }
  const name = at.tag ?? folderName;
  const reason = at.tag === undefined ? fill(reasons.folder, folderName) : fill(reasons.name, name);
  return { id: `${at.folder}#${at.tag ?? ""}`, name, site: at.folder, reason };
}

/** Gives a file that tells no host by itself to those that it belongs to. */
function place({ input, place: at }: Placed, known: readonly Draft[], draft: MakeDraft): void {
  const { folder, tag } = at;
  const around = known.filter((host) => host.site === folder && !host.isStated);
  const named = tag === undefined ? [] : around.filter((host) => says(tag, host.name));
  const owner = known.find((host) => host.id === folder);
  const folderName = at.folderName ?? "localhost";
  if (named.length > 0 && tag !== undefined) for (const host of named) take(host, input, fill(reasons.name, host.name));
  else if (owner !== undefined) take(owner, input, fill(reasons.folder, folderName));
  else if (around.length > 0) for (const host of around) take(host, input, reasons.shared);
  else take(draft(folder, folderName, at.site), input, fill(reasons.folder, folderName));
}

/** Whether a file's tag holds a host's name as a word of its own. */
function says(tag: string, name: string): boolean {
  const words = (written: string) => `-${written.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}-`;
  return words(tag).includes(words(name));
}

function take(host: Draft, input: HostInput, reason: Text): void {
  host.inputs.push(input);
  if (!host.files.some((file) => file.uri === input.uri)) host.files.push({ uri: input.uri, reason });
}
