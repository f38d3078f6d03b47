// "Show Hosts and Clusters": what was made of the files, with reasons, as a text beside them that follows the edits.

import { commands, Disposable, EventEmitter, l10n, Uri, ViewColumn, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { HostsRequest, type HostsResult } from "../../server/src/lsp/protocol.ts";

const scheme = "ha-config-hosts";

/** Milliseconds without an edit before the server is asked again: by then it has been told of the edit, too. */
const quiet = 250;

export function showHosts(client: BaseLanguageClient): Disposable {
  const uri = Uri.from({ scheme, path: l10n.t("Hosts and Clusters") });
  const changed = new EventEmitter<Uri>();
  let soon: ReturnType<typeof setTimeout> | undefined;

  const isShown = () => workspace.textDocuments.some((document) => document.uri.scheme === scheme);

  return Disposable.from(
    changed,
    new Disposable(() => clearTimeout(soon)),
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent() {
        const { text } = await client.sendRequest<HostsResult>(HostsRequest.method, {});
        return text;
      },
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === scheme || !isShown()) return;
      clearTimeout(soon);
      soon = setTimeout(() => changed.fire(uri), quiet);
    }),
    commands.registerCommand("haConfig.showHosts", async () => {
      if (isShown()) changed.fire(uri);
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
    }),
  );
}
