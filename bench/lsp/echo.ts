/**
 * The floor: a server on the stock library and the stock text document that understands nothing. It answers everything
 * with the same small things, so that what it takes is the protocol alone.
 */
import {
  CompletionItemKind,
  createConnection,
  ProposedFeatures,
  SymbolKind,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const items = Array.from({ length: 100 }, (_, number) => ({
  label: `keyword-${number}`,
  kind: CompletionItemKind.Keyword,
  detail: "block",
}));
const place = { start: { line: 1, character: 4 }, end: { line: 1, character: 12 } };
const symbols = [{ name: "block", kind: SymbolKind.Class, range: place, selectionRange: place }];
/** Sixty tokens, about as many as an editor shows at a time. */
const data = Array.from({ length: 60 }, () => [1, 4, 8, 0, 0]).flat();

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    completionProvider: {},
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    semanticTokensProvider: {
      legend: { tokenTypes: ["keyword"], tokenModifiers: [] },
      full: { delta: true },
      range: true,
    },
  },
}));
documents.onDidChangeContent(({ document }) => {
  const diagnostics = [{ range: place, message: 'Unknown keyword "optoin", did you mean "option"?' }];
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});
connection.onHover(() => ({ contents: { kind: "markdown", value: "**lb_algo** how the next server is chosen" } }));
connection.onCompletion(() => items);
connection.onDocumentSymbol(() => symbols);
connection.onFoldingRanges(() => [{ startLine: 1, endLine: 2 }]);
connection.onDocumentLinks(() => []);
connection.languages.semanticTokens.on(() => ({ resultId: "1", data }));
connection.languages.semanticTokens.onDelta(() => ({
  resultId: "1",
  edits: [{ start: 0, deleteCount: 5, data: [1, 4, 8, 0, 0] }],
}));
connection.languages.semanticTokens.onRange(() => ({ data }));
documents.listen(connection);
connection.listen();
