/**
 * "Show Topology": one panel that draws all hosts live beside the text. What it says to its page is in `conversation.ts`;
 * here are the panel, which survives a reload of the window, and what of VS Code the conversation needs.
 */
import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  QuestionsRequest,
  type QuestionsResult,
  SimulateRequest,
  type SimulateResult,
  TopologyChangedNotification,
  TopologyRequest,
  type TopologyResult,
} from "../../../server/src/lsp/protocol.ts";
import { type Conversation, type Cursor, converse, type Outside, type ServerState } from "./conversation.ts";
import { saveExport } from "./export.ts";
import { makeNonce, pageHtml } from "./html.ts";
import { pageLocale } from "./locale.ts";
import { reveal } from "./reveal.ts";

/** Also in `activationEvents` and in the conditions of menus. */
const viewType = "haConfig.topology";

const serverStates: Readonly<Record<State, ServerState>> = {
  [State.Starting]: "starting",
  [State.Running]: "running",
  [State.Stopped]: "stopped",
  [State.StartFailed]: "stopped",
};

/** The panel while it is there. */
interface Shown {
  readonly panel: WebviewPanel;
  readonly conversation: Conversation;
}

/** Registers the commands and what keeps the panel true, until it is disposed. */
export function showTopology(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  let shown: Shown | undefined;
  let cursor = cursorOf(client);
  const files = Uri.joinPath(context.extensionUri, "dist");

  function outside(panel: WebviewPanel): Outside {
    return {
      post: (message) => void panel.webview.postMessage(message),
      locale: pageLocale,
      serverState: () => serverStates[client.state],
      cursor: () => cursor,
      folderNames,
      graph: async () => (await client.sendRequest<TopologyResult>(TopologyRequest.method, {})).graph,
      simulate: ({ events, until, uri }) =>
        client.sendRequest<SimulateResult>(SimulateRequest.method, { events, until, uri }),
      questions: ({ uri }) => client.sendRequest<QuestionsResult>(QuestionsRequest.method, { uri }),
      canonical: (uri) => Uri.parse(uri).toString(),
      reveal: (uri, range) => reveal(Uri.parse(uri), range, panel.viewColumn),
      save: saveExport,
    };
  }

  /** Makes a new panel, or one that VS Code has kept, ours. */
  function fill(panel: WebviewPanel): void {
    const conversation = converse(outside(panel));
    shown = { panel, conversation };
    panel.iconPath = {
      light: Uri.joinPath(context.extensionUri, "media", "topology-light.svg"),
      dark: Uri.joinPath(context.extensionUri, "media", "topology-dark.svg"),
    };
    panel.webview.options = { enableScripts: true, localResourceRoots: [files] };
    panel.webview.onDidReceiveMessage((message: unknown) => conversation.hear(message));
    panel.onDidDispose(() => {
      if (shown?.panel === panel) shown = undefined;
    });
    panel.webview.html = page(panel.webview, files);
  }

  function show(viewColumn: ViewColumn, preserveFocus: boolean): void {
    if (shown === undefined) {
      fill(window.createWebviewPanel(viewType, l10n.t("Topology"), { viewColumn, preserveFocus }));
    } else {
      shown.panel.reveal(undefined, preserveFocus);
    }
  }

  function follow(): void {
    // Somebody who looks at the panel has no text editor, and still means the line where the cursor was.
    const now = cursorOf(client);
    if (now === undefined || (now.uri === cursor?.uri && now.line === cursor.line)) return;
    cursor = now;
    shown?.conversation.cursorMoved();
  }

  return Disposable.from(
    commands.registerCommand("haConfig.showTopology", () => show(ViewColumn.Active, false)),
    commands.registerCommand("haConfig.showTopologyToSide", () => show(ViewColumn.Beside, true)),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel) {
        shown?.panel.dispose();
        fill(panel);
      },
    }),
    // A page that is not seen is not there: it asks for all once it is.
    client.onNotification(TopologyChangedNotification.method, () => {
      if (shown?.panel.visible === true) shown.conversation.graphChanged();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("haConfig.language")) shown?.conversation.serverChanged();
    }),
    client.onDidChangeState(() => shown?.conversation.serverChanged()),
    window.onDidChangeTextEditorSelection(follow),
    window.onDidChangeActiveTextEditor(follow),
    { dispose: () => shown?.panel.dispose() },
  );
}

function page(webview: Webview, files: Uri): string {
  const address = (name: string) => webview.asWebviewUri(Uri.joinPath(files, name)).toString();
  return pageHtml({
    script: address("webview.js"),
    style: address("webview.css"),
    styleSource: webview.cspSource,
    nonce: makeNonce(),
    locale: pageLocale(),
    title: l10n.t("Topology"),
  });
}

function cursorOf(client: BaseLanguageClient): Cursor | undefined {
  const editor = window.activeTextEditor;
  return (
    editor && {
      uri: client.code2ProtocolConverter.asUri(editor.document.uri),
      line: editor.selection.active.line,
    }
  );
}

/** Folders that are open, by their URIs without a slash at the end. */
function folderNames(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (workspace.workspaceFolders ?? []).map(({ uri, name }) => [uri.toString().replace(/\/$/, ""), name]),
  );
}
