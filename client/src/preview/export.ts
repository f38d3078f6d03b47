/** Writes a picture that the page has made to where the person wants it, on whatever file system that is. */
import { commands, l10n, Uri, window, workspace } from "vscode";
import type { ExportFormat, FromWebview } from "./messages.ts";

type Save = Extract<FromWebview, { readonly kind: "save" }>;

const endings: Readonly<Record<ExportFormat, string>> = { svg: "svg", png: "png", mermaid: "mmd" };

/** The name of the file that was written; undefined where the person gave it up. */
export async function saveExport({ format, name, data }: Save): Promise<string | undefined> {
  const ending = endings[format];
  const defaultUri = proposed(`${fileName(name)}.${ending}`);
  const filters = { [format === "mermaid" ? "Mermaid" : format.toUpperCase()]: [ending] };
  const target = await window.showSaveDialog({ filters, ...(defaultUri && { defaultUri }) });
  if (target === undefined) return undefined;
  try {
    await workspace.fs.writeFile(target, bytesOf(format, data));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t("The topology could not be saved: {0}", reason));
    return undefined;
  }
  const saved = target.path.replace(/^.*\//, "");
  void offerToOpen(target, saved);
  return saved;
}

async function offerToOpen(target: Uri, name: string): Promise<void> {
  const open = l10n.t("Open");
  if ((await window.showInformationMessage(l10n.t("Saved as {0}", name), open)) === open) {
    await commands.executeCommand("vscode.open", target);
  }
}

/** In the folder that is open, where there is one. */
function proposed(name: string): Uri | undefined {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder && Uri.joinPath(folder, name);
}

/** Names of hosts and clusters are anything, also what no file can be called. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+|[.-]+$/g, "") || "topology";
}

function bytesOf(format: ExportFormat, data: string): Uint8Array {
  return format === "png"
    ? Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
    : new TextEncoder().encode(data);
}
