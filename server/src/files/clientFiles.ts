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

/** Files, and a way to find those of a workspace folder. */
export interface DiscoveringFiles extends FileHost {
  /** Files below a folder whose path is wanted, with their texts. */
  discover(folder: string, wanted: (path: string) => boolean): Promise<readonly { uri: string; text: string }[]>;
  /** What was read may have changed. */
  changed(): void;
}

/**
 * Asks the client once for each file and pattern, answers "not known yet" until the answer is there, and then calls
 * `arrived`. After `changed` it asks again, and goes on with the old answer until the new one has come.
 */
export function clientFiles(connection: Connection, arrived: () => void): DiscoveringFiles {
  const texts = new Map<string, string | null>();
  const lists = new Map<string, readonly string[]>();
  const asked = new Set<string>();

  /** Does what a key stands for once; a client without these requests has no such files, which is an answer too. */
  const once = (key: string, request: () => Promise<boolean>) => {
    if (asked.has(key)) return;
    asked.add(key);
    void request().then(
      (isNew) => {
        if (isNew) arrived();
      },
      () => undefined,
    );
  };

  const readAgain = async (uri: string) => {
    const params: ReadFileParams = { uri };
    const result = await connection.sendRequest<ReadFileResult>(ReadFileRequest.method, params);
    const text = result?.text ?? null;
    const isNew = texts.get(uri) !== text;
    texts.set(uri, text);
    return isNew;
  };

  const listAgain = async (pattern: string) => {
    const root = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(pattern)?.[0] ?? "";
    const params: ListFilesParams = { glob: decodeURIComponent(pattern.slice(root.length)), base: `${root}/` };
    const { uris } = await connection.sendRequest<ListFilesResult>(ListFilesRequest.method, params);
    const isNew = lists.get(pattern)?.join() !== uris.join();
    lists.set(pattern, uris);
    return isNew;
  };

  return {
    read(uri) {
      once(`read ${uri}`, () => readAgain(uri));
      return texts.get(uri);
    },
    list(pattern) {
      once(`list ${pattern}`, () => listAgain(pattern));
      return lists.get(pattern);
    },
    async discover(folder, wanted) {
      const params: ListFilesParams = { glob: "**/*", base: folder };
      const { uris } = await connection.sendRequest<ListFilesResult>(ListFilesRequest.method, params);
      const chosen = uris.filter(wanted);
      await Promise.all(chosen.map(readAgain));
      return chosen.flatMap((uri) => {
        const text = texts.get(uri);
        return text === undefined || text === null ? [] : [{ uri, text }];
      });
    },
    changed: () => asked.clear(),
  };
}
