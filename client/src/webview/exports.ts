/** The picture as files: SVG in the colours of light or dark, PNG at twice its size, Mermaid from the graph; and on paper. */
import { toMermaid } from "../../../server/src/core/topology/export/mermaid.ts";
import { layoutOf } from "../../../server/src/core/topology/layout.ts";
import type { PictureTheme } from "../../../server/src/picture/palette.ts";
import { renderSvg } from "../../../server/src/picture/renderSvg.ts";
import type { ExportFormat } from "../preview/messages.ts";
import type { Control } from "./control.ts";
import { foldedClusters, shownGraph, shownMoment } from "./state.ts";
import { texts } from "./texts.ts";

/** Pixels of a PNG for each of the picture. */
const scale = 2;

/** Makes the file and hands it to the panel, which asks where it goes. */
export async function exportPicture(control: Control, format: ExportFormat): Promise<void> {
  const data = await dataOf(control, format);
  if (data !== undefined) control.post({ kind: "save", format, name: exportName(control), data });
}

/** Prints, or where the window may not, saves what any browser prints. */
export function printPicture(control: Control): void {
  let isPrinted = false;
  const note = () => {
    isPrinted = true;
  };
  addEventListener("beforeprint", note);
  print();
  removeEventListener("beforeprint", note);
  if (isPrinted) return;
  control.store.set({ spoken: control.say(texts.printsSvg) });
  const data = svgOf(control, "light");
  if (data !== undefined) control.post({ kind: "save", format: "svg", name: exportName(control), data });
}

async function dataOf(control: Control, format: ExportFormat): Promise<string | undefined> {
  const graph = shownGraph(control.store.get());
  if (graph === undefined) return undefined;
  if (format === "mermaid") return toMermaid(graph, control.store.get().locale);
  const svg = svgOf(control, isDark() ? "dark" : "light");
  return format === "png" && svg !== undefined ? pngOf(svg) : svg;
}

function svgOf(control: Control, theme: PictureTheme): string | undefined {
  const state = control.store.get();
  const graph = shownGraph(state);
  if (graph === undefined) return undefined;
  const layout = layoutOf(graph, { folded: foldedClusters(state, graph) });
  return renderSvg(graph, layout, { locale: state.locale, theme, moment: shownMoment(state) });
}

/** VS Code says by a class which kind of theme it has. */
function isDark(): boolean {
  const { classList } = document.body;
  return (
    classList.contains("vscode-dark") ||
    (classList.contains("vscode-high-contrast") && !classList.contains("vscode-high-contrast-light"))
  );
}

function exportName(control: Control): string {
  const { graph, cluster } = control.store.get();
  const one = graph?.clusters.length === 1 ? graph.clusters[0] : graph?.clusters.find(({ id }) => id === cluster);
  return one?.name ?? "topology";
}

async function pngOf(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").replace(/^[^,]*,/, "");
}
