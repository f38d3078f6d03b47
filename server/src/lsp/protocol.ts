// The only copy of the requests that are not part of the language server protocol. Types and method names, no code.

import type { CodeAction, Diagnostic, Range } from "vscode-languageserver-types";
import type { MarkKind } from "../core/features/describeEstate.ts";
import type { AnswerReport } from "../core/features/simulation/answers.ts";
import type { SimulationReport } from "../core/features/simulation/report.ts";
import type { Graph } from "../core/topology/graph.ts";

/** Server to client: the text of a file that is not open. Null when it cannot be read. */
export const ReadFileRequest = { method: "haConfig/readFile" } as const;
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = { readonly text: string } | null;

/** Server to client: the files below `base` that match a glob, sorted. */
export const ListFilesRequest = { method: "haConfig/listFiles" } as const;
export interface ListFilesParams {
  readonly glob: string;
  readonly base: string;
}
export interface ListFilesResult {
  readonly uris: readonly string[];
}

/** Client to server: the versions of the daemon that reads a file. Null where the file is of no known language. */
export const VersionsRequest = { method: "haConfig/versions" } as const;
export interface VersionsParams {
  readonly uri: string;
}
export type VersionsResult = {
  /** The daemon. */
  readonly title: string;
  /** The version by which its files are judged. */
  readonly current: string;
  /** The series that are known, oldest first. */
  readonly known: readonly { readonly version: string; readonly longTerm: boolean }[];
} | null;

/** Client to server: what breaks or changes with another version, in all files that the daemon reads with this one. */
export const UpgradeRequest = { method: "haConfig/upgrade" } as const;
export interface UpgradeParams {
  readonly uri: string;
  readonly version: string;
}
export interface UpgradeResult {
  readonly files: readonly {
    readonly uri: string;
    readonly diagnostics: readonly { readonly diagnostic: Diagnostic; readonly fixes: readonly CodeAction[] }[];
  }[];
}

/** Client to server: all hosts and clusters with the reasons for them, as a text to be read. */
export const HostsRequest = { method: "haConfig/hosts" } as const;
export interface HostsResult {
  readonly text: string;
  /** In the order of the text; none holds another. */
  readonly marks: readonly HostsMark[];
}
export interface HostsMark {
  readonly kind: MarkKind;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Where what it speaks of stands: a file, and the range in it where it is more than the file. */
  readonly target: { readonly uri: string; readonly range?: Range } | null;
}

/** Server to client, once somebody has asked for that text: it has changed. */
export const HostsChangedNotification = { method: "haConfig/hostsChanged" } as const;

/** Client to server: what the topology preview draws; of all hosts, or of those that have to do with a file. */
export const TopologyRequest = { method: "haConfig/topology" } as const;
export interface TopologyParams {
  readonly uri?: string;
}
export interface TopologyResult {
  readonly graph: Graph;
}

/** Server to client, once somebody has asked for that graph: it has changed. */
export const TopologyChangedNotification = { method: "haConfig/topologyChanged" } as const;

/** Client to server: what becomes of virtual addresses when things happen to hosts. */
export const SimulateRequest = { method: "haConfig/simulate" } as const;
export interface SimulateParams {
  /** Chooses the clusters of the hosts that read this file; all clusters where absent. */
  readonly uri?: string;
  /** `TIME KIND HOST [ARGUMENT]`, as for `ha-config simulate --event`; hosts by name, or by id where names are not enough. */
  readonly events: readonly string[];
  /** The end in milliseconds from the start; where absent, when nothing changes any more. */
  readonly until?: number;
}
export type SimulateResult = SimulationReport<SimulationPlace> | { readonly error: string };
export interface SimulationPlace {
  readonly uri: string;
  readonly range: Range;
}

/** Client to server: the questions that everybody asks of a cluster (a host lost, a check failing, …), with answers. */
export const QuestionsRequest = { method: "haConfig/questions" } as const;
export interface QuestionsParams {
  /** Chooses the clusters of the hosts that read this file. Without it a large workspace is not answered. */
  readonly uri?: string;
}
export interface QuestionsResult {
  readonly answers: readonly AnswerReport[];
  /** Why there are no answers: without a file there are too many questions. */
  readonly left?: string;
}
