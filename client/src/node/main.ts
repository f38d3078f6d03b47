// The extension where Node runs it: on the desktop and on remote machines. The server is a process of its own.

import path from "node:path";
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientId, startClient } from "../client.ts";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = {
    module: context.asAbsolutePath(path.join("dist", "server.js")),
    transport: TransportKind.ipc,
    // Node keeps the compiled server there, which makes every start but the first one faster.
    options: { env: { NODE_COMPILE_CACHE: path.join(context.globalStorageUri.fsPath, "compile-cache") } },
  };
  const debug = { ...server, options: { ...server.options, execArgv: ["--nolazy", "--inspect=6009"] } };
  await startClient(context, (options) => {
    client = new LanguageClient(clientId, "HA Config", { run: server, debug }, options);
    return client;
  });
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
