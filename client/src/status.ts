// The language status item: the entry behind the braces in the status bar, with a link to restart the server.

import {
  type Disposable,
  type DocumentSelector,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";

/** Keeps a status item in step with the server until it is disposed. */
export function showStatus(client: BaseLanguageClient, languageIds: readonly string[]): Disposable {
  const selector: DocumentSelector = languageIds.map((language) => ({ language }));
  const item = languages.createLanguageStatusItem("haConfig.server", selector);
  item.name = l10n.t("HA Config Language Server");
  item.command = { command: "haConfig.restartServer", title: l10n.t("Restart") };
  update(item, client.state);
  const listener = client.onDidChangeState(({ newState }) => update(item, newState));
  return {
    dispose: () => {
      listener.dispose();
      item.dispose();
    },
  };
}

function update(item: LanguageStatusItem, state: State): void {
  item.busy = state === State.Starting;
  item.severity = LanguageStatusSeverity.Information;
  switch (state) {
    case State.Starting:
      item.text = l10n.t("HA Config: starting");
      break;
    case State.Running:
      item.text = l10n.t("HA Config: running");
      break;
    default:
      item.text = l10n.t("HA Config: stopped");
      item.severity = LanguageStatusSeverity.Error;
  }
}
