/** What all `.ha-config.json` files of a workspace state, for the files below their folders. */

import type { Section } from "../../text/document.ts";
import { pathMatcher } from "../../text/glob.ts";
import { text } from "../../text/localized.ts";
import { decodedUri } from "../../text/uri.ts";
import type { EstateStatements } from "./estate.ts";
import type { HostAddress } from "./host.ts";
import { readStatements, type StatedHost, type Statements } from "./statements.ts";

const stated = text("stated in .ha-config.json", ".ha-config.json 中已声明");

/** One of the files, read. */
export interface StatementsFile {
  readonly uri: string;
  readonly section: Section;
  readonly statements: Statements;
}

interface FiledHost {
  readonly id: string;
  readonly host: StatedHost;
  readonly file: StatementsFile;
  /** Whether a path below the file's folder is one of the host's files. */
  readonly reads: (path: string) => boolean;
}

const read = new WeakMap<Section, Statements>();

/** Reads a file; what was read is kept by its text. */
export function statementsIn(uri: string, section: Section, languages: readonly string[]): StatementsFile {
  let statements = read.get(section);
  if (statements === undefined) {
    statements = readStatements(section.text, languages);
    read.set(section, statements);
  }
  return { uri, section, statements };
}

/** What the files state together, for the estate; and the versions of daemons on the host that reads a file. */
export function statedEstate(files: readonly StatementsFile[]): EstateStatements & {
  version(uri: string, configId: string | undefined, language: string): string | undefined;
} {
  const hosts = files.flatMap((file) => file.statements.hosts.map((host) => filed(file, host)));
  const readersOf = (uri: string, configId: string | undefined) => hosts.filter((one) => isReader(one, uri, configId));
  return {
    files: {
      hosts: hosts.map(({ id, host, file }) => ({ id, name: host.name, site: folderOf(file.uri) })),
      readers: (uri, configId) => readersOf(uri, configId).map(({ id }) => id),
    },
    version: (uri, configId, language) =>
      readersOf(uri, configId).flatMap(({ host }) => host.versions[language] ?? [])[0],
    addresses: new Map(hosts.map(({ id, host, file }) => [id, addressesOf(host, file)])),
    processes: new Map(hosts.map(({ id, host }) => [id, host.processes])),
    clusters: files.flatMap((file) =>
      file.statements.clusters.map(({ name, hosts: names }) => ({ name, hosts: names.map((one) => idOf(file, one)) })),
    ),
    networks: files.flatMap(({ uri, statements }) =>
      statements.networks.map((network) => ({ ...network, site: folderOf(uri) })),
    ),
  };
}

/** The folder that a file lies in, as a URI without a slash at the end. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

function idOf(file: StatementsFile, name: string): string {
  return `${file.uri}#${name}`;
}

function filed(file: StatementsFile, host: StatedHost): FiledHost {
  const matchers = host.files.map(({ pattern }) => pathMatcher(pattern));
  return { id: idOf(file, host.name), host, file, reads: (path) => matchers.some((matches) => matches(path)) };
}

/** A host without files reads what its id is written in. */
function isReader({ host, file, reads }: FiledHost, uri: string, configId: string | undefined): boolean {
  const folder = `${folderOf(file.uri)}/`;
  if (!uri.startsWith(folder)) return false;
  const isNamed = configId === (host.id ?? host.name);
  if (host.files.length === 0) return isNamed;
  return (configId === undefined || isNamed) && reads(decodedUri(uri.slice(folder.length)));
}

function addressesOf({ addresses }: StatedHost, { uri, section }: StatementsFile): readonly HostAddress[] {
  const source = { uri, section };
  return addresses.map(({ interface: on, address, text: written, prefixLength, start, end }) => ({
    interface: on,
    address,
    text: written,
    prefixLength,
    at: { source, start, end },
    reason: stated,
  }));
}
