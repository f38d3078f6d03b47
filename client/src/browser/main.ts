// The extension where a browser runs it: vscode.dev, github.dev. The server is a web worker.

import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { clientId, startClient } from "../client.ts";

let client: LanguageClient | undefined;
let worker: Worker | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "browser-server.js").toString(true);
  const startWorker = async (): Promise<MessageTransports> => {
    // The client asks again at a restart, and leaves ending the former worker to us.
    worker?.terminate();
    worker = new Worker(script, { name: "HA Config" });
    // Not the worker itself: VS Code wraps workers, and the client does not know a wrapped one for a Worker.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  await startClient(context, (options) => {
    client = new LanguageClient(clientId, "HA Config", startWorker, options);
    return client;
  });
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  worker?.terminate();
}
