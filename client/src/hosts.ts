// "Show Hosts and Clusters": what was made of the files, with reasons, as a text beside them that follows the edits and
// leads to the lines of which it speaks.

import {
  commands,
  Disposable,
  DocumentLink,
  EventEmitter,
  l10n,
  languages,
  Position,
  Range,
  SemanticTokensBuilder,
  SemanticTokensLegend,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  HostsChangedNotification,
  type HostsMark,
  HostsRequest,
  type HostsResult,
} from "../../server/src/lsp/protocol.ts";

/** For the look of that text alone: its long lines are wrapped. */
export const hostsLanguage = "ha-config-hosts";

const scheme = hostsLanguage;

/** The types of tokens, known to every theme, that give the marks their colours. */
const tokenTypes: Readonly<Record<HostsMark["kind"], string>> = {
  name: "type",
  file: "string",
  number: "number",
  reason: "comment",
};
const legend = new SemanticTokensLegend(Object.values(tokenTypes));

export function showHosts(client: BaseLanguageClient): Disposable {
  const uri = Uri.from({ scheme, path: l10n.t("Hosts and Clusters") });
  const changed = new EventEmitter<Uri>();
  let shown: HostsResult = { text: "", marks: [] };

  const isOpen = () => workspace.textDocuments.some((document) => document.uri.scheme === scheme);
  /** The marks of a document, unless it still has the text of before. */
  const marksOf = (document: TextDocument) => (plain(document.getText()) === shown.text ? shown.marks : []);

  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent() {
        shown = await client.sendRequest<HostsResult>(HostsRequest.method, {});
        return shown.text;
      },
    }),
    client.onNotification(HostsChangedNotification.method, () => changed.fire(uri)),
    // A server that starts anew does not know that somebody reads.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running && isOpen()) changed.fire(uri);
    }),
    languages.registerDocumentLinkProvider(
      { scheme },
      {
        provideDocumentLinks: (document) =>
          marksOf(document).flatMap((mark) => (mark.target === null ? [] : [new DocumentLink(rangeOf(mark))])),
        // Only when it is followed: an edit may have moved the line without changing a word here.
        resolveDocumentLink(link) {
          const target = shown.marks.find((mark) => rangeOf(mark).isEqual(link.range))?.target;
          return target == null ? link : new DocumentLink(link.range, addressOf(target));
        },
      },
    ),
    languages.registerDocumentSemanticTokensProvider(
      { scheme },
      {
        provideDocumentSemanticTokens(document) {
          const builder = new SemanticTokensBuilder(legend);
          for (const mark of marksOf(document)) builder.push(rangeOf(mark), tokenTypes[mark.kind]);
          return builder.build();
        },
      },
      legend,
    ),
    commands.registerCommand("haConfig.showHosts", async () => {
      const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), hostsLanguage);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
    }),
  );
}

function rangeOf({ line, start, end }: HostsMark): Range {
  return new Range(new Position(line, start), new Position(line, end));
}

/** A file, with the place in it as VS Code takes it from a link. */
function addressOf({ uri, range }: NonNullable<HostsMark["target"]>): Uri {
  const file = Uri.parse(uri);
  return range === undefined ? file : file.with({ fragment: `L${range.start.line + 1},${range.start.character + 1}` });
}

/** VS Code gives a document the ends of line that are common on its system. */
function plain(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
