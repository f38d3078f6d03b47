/** The language server as a process of its own: over IPC from VS Code, over standard input and output elsewhere. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { clientFiles } from "../files/clientFiles.ts";
import { diskFiles, readText } from "../files/diskFiles.ts";
import { filesBelow } from "../files/walk.ts";
import { type Runtime, startServer } from "../lsp/server.ts";

/** A folder with more files is no configuration repository; the open files are still read. */
const mostFiles = 20_000;

const runtime: Runtime = {
  files(connection, arrived) {
    const client = clientFiles(connection, arrived);
    const host = (uri: string) => (uri.startsWith("file:") ? diskFiles : client);
    return { read: (uri) => host(uri).read(uri), list: (pattern) => host(pattern).list(pattern) };
  },
  async discover(_connection, folder, wanted) {
    if (!folder.startsWith("file:")) return [];
    const names = filesBelow(fileURLToPath(folder), mostFiles).filter(wanted);
    return names.flatMap((file) => {
      try {
        return [{ uri: pathToFileURL(file).href, text: readText(file) }];
      } catch {
        return [];
      }
    });
  },
};

startServer(createConnection(ProposedFeatures.all), runtime);
