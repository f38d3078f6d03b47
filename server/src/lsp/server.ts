/**
 * The language server: protocol on one side, the service on the other. Diagnostics are pushed after every change,
 * without a delay, for an edit costs only the section that it falls in.
 */
import {
  CodeActionKind,
  type Connection,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { tokenModifiers, tokenTypes } from "../core/features/tokens.ts";
import type { Problem } from "../core/schema/problem.ts";
import { languages, mayMatter, Service } from "../core/service.ts";
import type { DiscoveringFiles } from "../files/clientFiles.ts";
import { toDiagnostic } from "./convert.ts";
import { registerHosts } from "./hosts.ts";
import { registerRequests } from "./requests.ts";
import { TokenResults } from "./semanticTokens.ts";
import { readSettings } from "./settings.ts";
import { guarded } from "./shield.ts";
import { registerSimulation } from "./simulation.ts";
import { Strangers } from "./strangers.ts";
import { registerTopology } from "./topology.ts";
import { registerUpgrade } from "./upgrade.ts";

/** How files that are not open are had: what differs between Node and the browser. */
export type OpenFiles = (connection: Connection, arrived: () => void) => DiscoveringFiles;

/** More diagnostics of one file than anybody reads; sending them all would only make the editor slow. */
const maxDiagnostics = 1000;

export function startServer(connection: Connection, openFiles: OpenFiles): void {
  let editorLocale = "en";
  let settings = readSettings({}, editorLocale);
  let folders: readonly string[] = [];
  let createsFiles = false;
  const files = openFiles(connection, () => {
    workspace.filesChanged();
    takeInCreated();
    refreshAll();
  });
  const service = new Service(
    {
      list: (pattern) => files.list(pattern),
      read: (uri) => files.read(uri),
      failed: (rule, error) => connection.console.error(`rule ${rule} failed: ${String(error)}`),
    },
    settings,
  );
  const { workspace } = service;
  const open = new Set<string>();
  /** New files that are not taken in yet. */
  const created = new Set<string>();
  const published = new Set<string>();
  /** What other hosts' files had to do with a file when its problems were last sent. */
  const crossed = new Map<string, readonly Problem[]>();
  const strangers = new Strangers();
  const tokenResults = new TokenResults();

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    editorLocale = params.locale ?? "en";
    folders = params.workspaceFolders?.map((folder) => folder.uri) ?? [];
    const { documentChanges, resourceOperations = [] } = params.capabilities.workspace?.workspaceEdit ?? {};
    createsFiles = documentChanges === true && resourceOperations.includes("create");
    settings = readSettings(params.initializationOptions, editorLocale, folders);
    service.settings = settings;
    return {
      serverInfo: { name: "ha-config" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [...new Set(languages.flatMap(({ triggers }) => triggers))] },
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentLinkProvider: {},
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, CodeActionKind.SourceFixAll],
        },
        semanticTokensProvider: {
          legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
          full: { delta: true },
          range: true,
        },
      },
    };
  });

  connection.onInitialized(() => {
    // Grammars take some milliseconds to build: after the answer, before the first file.
    for (const language of languages) language.prepare();
    void discoverAll();
  });

  /** Takes in the configurations of the workspace, so that an open file knows who includes it. */
  async function discoverAll(): Promise<void> {
    for (const folder of folders) {
      for (const { uri, text } of await files.discover(folder, mayMatter)) {
        if (!workspace.has(uri)) workspace.add(uri, text, { languageId: undefined, open: false });
      }
    }
    refreshAll();
  }

  connection.onDidChangeConfiguration((params) => {
    settings = readSettings((params.settings as { haConfig?: unknown } | null)?.haConfig, editorLocale, folders);
    service.settings = settings;
    refreshAll();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    files.changed();
    workspace.filesChanged();
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Created && mayMatter(uri)) created.add(uri);
      else if (type === FileChangeType.Deleted) created.delete(uri);
    }
    takeInCreated();
    refreshAll();
  });

  /** Takes in new files whose texts are there: those that only the client can read arrive later. */
  function takeInCreated(): void {
    for (const uri of created) {
      const text = workspace.has(uri) ? undefined : files.read(uri);
      if (typeof text === "string") workspace.add(uri, text, { languageId: undefined, open: false });
      if (workspace.has(uri) || typeof text === "string") created.delete(uri);
    }
  }

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const { uri, languageId, text } = textDocument;
    open.add(uri);
    if (!service.open(uri, languageId, text)) strangers.open(uri, languageId, text);
    publish(uri);
  });

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const { uri } = textDocument;
    const edits = contentChanges.map((change) =>
      "range" in change ? { range: change.range, text: change.text } : { text: change.text },
    );
    const stranger = strangers.change(uri, edits);
    if (stranger === undefined) service.change(uri, edits);
    else if (service.open(uri, stranger.languageId, stranger.text)) strangers.close(uri);
    publish(uri);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    open.delete(uri);
    tokenResults.forget(uri);
    strangers.close(uri);
    workspace.close(uri);
    published.delete(uri);
    crossed.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
    refreshAll();
  });

  function refreshAll(): void {
    for (const uri of open) publish(uri);
    guarded(connection, "diagnostics", undefined, sendCrossed);
  }

  /** Sends the problems of all open files that one file's configurations read, and of those that it has to do with. */
  function publish(uri: string): void {
    if (!workspace.has(uri)) return;
    guarded(connection, "diagnostics", undefined, () => {
      for (const [file, problems] of service.problems(uri)) {
        const isNews = problems.length > 0 || published.has(file);
        if (file === uri || (open.has(file) && isNews)) send(file, problems);
      }
      sendCrossed();
    });
  }

  /** Sends the problems of files that others have changed, those of `.ha-config.json` even where it is not open. */
  function sendCrossed(): void {
    for (const file of [...open, ...workspace.hostFiles().map(({ uri }) => uri)]) {
      const problems = service.crossProblems(file);
      const isNews = problems.length > 0 || crossed.has(file);
      if (isNews && crossed.get(file) !== problems) send(file, service.problems(file).get(file) ?? []);
    }
    hosts.look();
    topology.look();
  }

  function send(file: string, problems: readonly Problem[]): void {
    published.add(file);
    crossed.set(file, service.crossProblems(file));
    const diagnostics = problems
      .slice(0, maxDiagnostics)
      .map((problem) => toDiagnostic(service, problem, settings.locale));
    void connection.sendDiagnostics({ uri: file, diagnostics });
  }

  const hosts = registerHosts(connection, service, () => ({ locale: settings.locale, folders }));
  const topology = registerTopology(connection, service, () => settings.locale);
  registerUpgrade(connection, service, () => settings.locale);
  registerSimulation(connection, service, files, () => ({ locale: settings.locale, folders }));
  registerRequests(connection, {
    service,
    files,
    tokenResults,
    locale: () => settings.locale,
    folders: () => folders,
    createsFiles: () => createsFiles,
  });
  connection.listen();
}
