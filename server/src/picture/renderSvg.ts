/** The picture as a file that stands alone: its colours and fonts are in it, and it refers to nothing outside. */
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { type Locale, say } from "../core/text/localized.ts";
import type { Graph } from "../core/topology/graph.ts";
import type { Layout } from "../core/topology/layout.ts";
import type { Moment } from "../core/topology/moment.ts";
import { coloursOf, type PictureTheme } from "./palette.ts";
import { Picture, pictureSize } from "./picture.ts";
import { pictureStyle } from "./style.ts";
import { words } from "./words.ts";

export interface SvgOptions {
  readonly locale: Locale;
  readonly theme: PictureTheme;
  /** All is well without one. */
  readonly moment?: Moment | undefined;
}

/** A whole SVG document. */
export function renderSvg(graph: Graph, layout: Layout, { locale, theme, moment }: SvgOptions): string {
  const { width, height } = pictureSize(graph, layout);
  const root = h(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": say(words.picture, locale),
    } as object,
    h("style", {}, pictureStyle(theme)),
    h("rect", { width, height, fill: coloursOf(theme).background } as object),
    h(Picture, { graph, layout, moment, locale }),
  );
  // XML knows no control characters, and a configuration may hold any.
  return `${renderToString(root).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "�")}\n`;
}
