/** The language server as a process of its own: over IPC from VS Code, over standard input and output elsewhere. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { clientFiles } from "../files/clientFiles.ts";
import { diskFiles, pathOf, readText, uriOf } from "../files/diskFiles.ts";
import { filesBelow } from "../files/walk.ts";
import { startServer } from "../lsp/server.ts";

/** A folder with more files is no configuration repository; the open files are still read. */
const mostFiles = 20_000;

startServer(createConnection(ProposedFeatures.all), (connection, arrived) => {
  const client = clientFiles(connection, arrived);
  const host = (uri: string) => (uri.startsWith("file:") ? diskFiles : client);
  return {
    read: (uri) => host(uri).read(uri),
    list: (pattern) => host(pattern).list(pattern),
    changed: () => client.changed(),
    async discover(folder, wanted) {
      if (!folder.startsWith("file:")) return client.discover(folder, wanted);
      return filesBelow(pathOf(folder), mostFiles).filter(wanted).flatMap(readIfPossible);
    },
  };
});

/** A file that cannot be read is left out: nobody asked for it by name. */
function readIfPossible(file: string): { uri: string; text: string }[] {
  try {
    return [{ uri: uriOf(file), text: readText(file) }];
  } catch {
    return [];
  }
}
