/** From the picture to the text: a line is shown where its file is open already, else beside the picture. */
import { Range, type Uri, ViewColumn, window } from "vscode";
import type { PageRange } from "./messages.ts";

/** `taken` is the column of the picture, which is never covered. */
export async function reveal(uri: Uri, { start, end }: PageRange, taken: ViewColumn | undefined): Promise<void> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(uri, { selection, viewColumn: columnFor(uri, taken) });
}

function columnFor(uri: Uri, taken: ViewColumn | undefined): ViewColumn {
  const free = window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined && viewColumn !== taken);
  const same = free.find(({ document }) => document.uri.toString() === uri.toString());
  const other = window.tabGroups.all.find(({ viewColumn }) => viewColumn !== taken);
  return (same ?? free[0])?.viewColumn ?? other?.viewColumn ?? ViewColumn.Beside;
}
