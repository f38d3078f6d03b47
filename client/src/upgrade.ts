// "Check upgrade to another version…": what breaks or changes in the files of one daemon, as problems of their own beside
// those of the version that is set, until they are cleared. They follow the edits of these files.

import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  Disposable,
  l10n,
  languages,
  type QuickPickItem,
  type Range,
  StatusBarAlignment,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { CodeAction as ProtocolAction } from "vscode-languageserver-types";
import {
  type UpgradeParams,
  UpgradeRequest,
  type UpgradeResult,
  type VersionsParams,
  VersionsRequest,
  type VersionsResult,
} from "../../server/src/lsp/protocol.ts";

/** Milliseconds without an edit before the server is asked again: by then it has been told of the edit, too. */
const quiet = 250;

interface Found {
  readonly diagnostic: Diagnostic;
  readonly fixes: readonly ProtocolAction[];
}

/** One check: of the files around `uri`, from one version to another. */
interface Check extends UpgradeParams {
  readonly from: string;
  readonly title: string;
}

export function checkUpgrades(client: BaseLanguageClient, languageIds: readonly string[]): Disposable {
  const collection = languages.createDiagnosticCollection("haConfig.upgrade");
  const status = window.createStatusBarItem("haConfig.upgrade", StatusBarAlignment.Right);
  status.name = l10n.t("HA Config Upgrade Check");
  status.command = "haConfig.clearUpgrade";
  status.tooltip = l10n.t("Clear the problems of the upgrade check");
  const found = new Map<string, readonly Found[]>();
  let check: Check | undefined;
  /** The files have changed since the server was last asked. */
  let isStale = false;
  let asking: Promise<number | undefined> | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;

  function clear(): void {
    check = undefined;
    clearTimeout(soon);
    found.clear();
    collection.clear();
    status.hide();
  }

  /** Shows what the server says of the files as they are now: how much that is, undefined where the check has ended. */
  function refresh(): Promise<number | undefined> {
    isStale = true;
    asking ??= askUntilFresh().finally(() => {
      asking = undefined;
    });
    return asking;
  }

  async function askUntilFresh(): Promise<number | undefined> {
    let count: number | undefined;
    while (isStale) {
      isStale = false;
      count = await ask();
    }
    return count;
  }

  async function ask(): Promise<number | undefined> {
    const asked = check;
    if (asked === undefined) {
      return undefined;
    }
    const params: UpgradeParams = { uri: asked.uri, version: asked.version };
    const result = await client.sendRequest<UpgradeResult>(UpgradeRequest.method, params);
    const converted = await Promise.all(
      result.files.map(async ({ uri, diagnostics }) => {
        const made = await client.protocol2CodeConverter.asDiagnostics(diagnostics.map(({ diagnostic }) => diagnostic));
        return { uri, all: made.map((diagnostic, index) => ({ diagnostic, fixes: diagnostics[index]?.fixes ?? [] })) };
      }),
    );
    if (check !== asked) {
      return undefined;
    }
    found.clear();
    collection.clear();
    for (const { uri, all } of converted) {
      found.set(Uri.parse(uri).toString(), all);
      collection.set(
        Uri.parse(uri),
        all.map(({ diagnostic }) => diagnostic),
      );
    }
    const count = converted.reduce((sum, { all }) => sum + all.length, 0);
    status.text = `$(arrow-circle-up) ${asked.from} → ${asked.version}: ${count} $(close)`;
    status.show();
    return count;
  }

  /** Asks for the version, unless a key binding or a test names one. */
  async function start(version?: unknown): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !languageIds.includes(document.languageId)) {
      void window.showInformationMessage(l10n.t("Open a configuration file of keepalived or HAProxy first."));
      return;
    }
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const params: VersionsParams = { uri };
    const versions = await client.sendRequest<VersionsResult>(VersionsRequest.method, params);
    if (versions === null) {
      return;
    }
    const picked = typeof version === "string" ? version : await pick(versions);
    if (picked === undefined) {
      return;
    }
    const started = { uri, version: picked, from: versions.current, title: versions.title };
    check = started;
    report(await refresh(), started);
  }

  async function fixesAt(document: TextDocument, range: Range): Promise<CodeAction[]> {
    const near = (found.get(document.uri.toString()) ?? []).filter(({ diagnostic }) =>
      diagnostic.range.intersection(range),
    );
    const actions = near.flatMap(({ diagnostic, fixes }) => fixes.map((fix) => ({ diagnostic, fix })));
    return Promise.all(
      actions.map(async ({ diagnostic, fix }) => {
        const action = await client.protocol2CodeConverter.asCodeAction(fix);
        action.diagnostics = [diagnostic];
        return action;
      }),
    );
  }

  return Disposable.from(
    collection,
    status,
    { dispose: () => clearTimeout(soon) },
    commands.registerCommand("haConfig.checkUpgrade", start),
    commands.registerCommand("haConfig.clearUpgrade", clear),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && found.has(document.uri.toString())) {
        clearTimeout(soon);
        soon = setTimeout(() => void refresh(), quiet);
      }
    }),
    languages.registerCodeActionsProvider(
      languageIds.map((language) => ({ language })),
      { provideCodeActions: fixesAt },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}

/** Asks for one of the versions that are newer than the one that is set; they come newest first. */
async function pick({ title, current, known }: NonNullable<VersionsResult>): Promise<string | undefined> {
  const newer = known.filter(({ version }) => isNewer(version, current));
  if (newer.length === 0) {
    void window.showInformationMessage(l10n.t("{0} {1} is the newest version that is known.", title, current));
    return undefined;
  }
  const items = newer.toReversed().map(
    ({ version, longTerm }): QuickPickItem => ({
      label: version,
      description: longTerm ? l10n.t("maintained for years (LTS)") : "",
    }),
  );
  const placeHolder = l10n.t("The version of {0} to go to from {1}", title, current);
  return (await window.showQuickPick(items, { placeHolder }))?.label;
}

/** Compares the first two numbers, which name a series. */
function isNewer(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return major === thanMajor ? minor > thanMinor : major > thanMajor;
}

function report(count: number | undefined, { title, from, version }: Check): void {
  if (count === undefined) {
    return;
  }
  if (count === 0) {
    void window.showInformationMessage(l10n.t("Nothing breaks or changes from {0} {1} to {2}.", title, from, version));
    return;
  }
  void commands.executeCommand("workbench.actions.view.problems");
  const message =
    count === 1
      ? l10n.t("One place breaks or changes from {0} {1} to {2}.", title, from, version)
      : l10n.t("{3} places break or change from {0} {1} to {2}.", title, from, version, count);
  void window.showInformationMessage(message);
}
