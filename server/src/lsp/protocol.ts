// The only copy of the requests that are not part of the language server protocol. Types and method names, no code.

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
