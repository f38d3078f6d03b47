/** The language server as a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { clientFiles } from "../files/clientFiles.ts";
import { startServer } from "../lsp/server.ts";

/** What a worker has in place of a window; the type library of workers clashes with that of Node. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), clientFiles);
