// The only copy of the requests that are not part of the language server protocol. Types and method names, no code.

import type { CodeAction, Diagnostic } from "vscode-languageserver-types";

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
}
