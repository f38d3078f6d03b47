/** Files that only the client can read: in the browser, and on file systems that are not this machine's. */
import type { Connection } from "vscode-languageserver";
import type { FileHost } from "../core/model/workspace.ts";
import {
  type ListFilesParams,
  ListFilesRequest,
  type ListFilesResult,
  type ReadFileParams,
  ReadFileRequest,
  type ReadFileResult,
} from "../lsp/protocol.ts";

/**
 * Asks the client once for each file and pattern and answers "not known yet" until the answer is there; then calls
 * `arrived`. `forget` makes it ask again.
 */
export function clientFiles(connection: Connection, arrived: () => void): FileHost & { forget(): void } {
  const texts = new Map<string, string | undefined>();
  const lists = new Map<string, readonly string[]>();
  const asked = new Set<string>();

  const ask = (key: string, request: () => Promise<void>) => {
    if (asked.has(key)) return;
    asked.add(key);
    // A client without these requests has no such files; that is an answer too.
    void request().then(arrived, () => undefined);
  };

  return {
    read(uri) {
      if (!texts.has(uri)) {
        ask(`read ${uri}`, async () => {
          const params: ReadFileParams = { uri };
          const result = await connection.sendRequest<ReadFileResult>(ReadFileRequest.method, params);
          texts.set(uri, result?.text);
        });
      }
      return texts.get(uri);
    },
    list(pattern) {
      if (!lists.has(pattern)) {
        ask(`list ${pattern}`, async () => {
          const root = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(pattern)?.[0] ?? "";
          const params: ListFilesParams = { glob: decodeURIComponent(pattern.slice(root.length)), base: `${root}/` };
          const result = await connection.sendRequest<ListFilesResult>(ListFilesRequest.method, params);
          lists.set(pattern, result.uris);
        });
      }
      return lists.get(pattern);
    },
    forget() {
      texts.clear();
      lists.clear();
      asked.clear();
    },
  };
}

/** Texts of the files below a folder whose path is wanted, read through the client. */
export async function discoverThroughClient(
  connection: Connection,
  folder: string,
  wanted: (path: string) => boolean,
): Promise<{ uri: string; text: string }[]> {
  const params: ListFilesParams = { glob: "**/*", base: folder };
  const { uris } = await connection.sendRequest<ListFilesResult>(ListFilesRequest.method, params);
  const read = uris.filter(wanted).map(async (uri) => {
    const result = await connection.sendRequest<ReadFileResult>(ReadFileRequest.method, {
      uri,
    } satisfies ReadFileParams);
    return result === null ? [] : [{ uri, text: result.text }];
  });
  return (await Promise.all(read)).flat();
}
