/** How the picture looks, once for the editor and for files that stand alone. Shapes and words tell what colours tell. */
import { type ColourName, coloursOf, type PictureTheme } from "./palette.ts";

const looks = ["good", "spare", "bad", "warning", "dim"] as const;

/** The rules of a picture with this class or name around it, in the colours of a theme or of the editor. */
export function pictureStyle(theme: PictureTheme | "editor", scope = ".picture"): string {
  const colours = coloursOf(theme);
  const rule = (selectors: string, declarations: string): string => {
    const scoped = selectors.split(", ").map((selector) => `${scope} ${selector}`);
    return `${scoped.join(", ")} { ${declarations.replace(/@(\w+)/g, (whole, name: string) => (isName(name) ? colours[name] : whole))} }`;
  };
  const isName = (name: string): name is ColourName => Object.hasOwn(colours, name);
  return [
    rule("text", "fill: @text; font-family: @font"),
    rule(".strong, .address tspan.address", "font-weight: 600"),
    rule("tspan.address", "fill: @address; font-weight: 600"),
    ...looks.map((look) => rule(`tspan.${look}`, `fill: @${look}`)),
    rule(".frame", "fill: @card; stroke: @line; stroke-width: 1"),
    rule(".row > .frame", "fill: @row; stroke: @line; stroke-opacity: 0.7"),
    rule(".row.kernel > .frame", "fill: none; stroke: none"),
    rule(".row.kernel.bad > .frame, .row.kernel.warning > .frame", "stroke: @line"),
    rule(".node.good > .frame", "stroke: @good; stroke-width: 1.7"),
    rule(".node.service.good > .frame, .node.server.good > .frame", "stroke: @line; stroke-width: 1"),
    rule(".node.bad > .frame, .node.clash > .frame", "stroke: @bad; stroke-width: 2.6"),
    rule(".node.bad.hollow > .frame", "stroke: @bad; stroke-width: 1.6"),
    rule(".node.failed > .frame, .node.nobody > .frame", "stroke: @bad; stroke-width: 1.6; stroke-dasharray: 6 4"),
    rule(".row[data-failed] > .frame", "stroke: @bad; stroke-width: 1.4; stroke-dasharray: 5 3; stroke-opacity: 1"),
    rule(".row.bad.clash > .frame", "stroke: @bad; stroke-width: 1.6; stroke-opacity: 1"),
    rule(".node.down > .row", "opacity: 0.55"),
    rule(".alarm", "fill: @bad; fill-opacity: 0.14"),
    rule(".cluster > .frame", "fill: none; stroke: @line; stroke-width: 1; stroke-dasharray: 2 4"),
    rule(".clusterName > .frame", "fill: @background; stroke: none"),
    rule(".cluster.folded > .frame", "fill: @card; stroke-dasharray: none"),
    rule(".people", "fill: none; stroke: @text; stroke-width: 1.4"),
    rule(".mark", "fill: none; stroke: @dim; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round"),
    ...["good", "spare", "bad", "warning"].map((look) => rule(`.mark.${look}`, `stroke: @${look}`)),
    ...["good", "spare", "bad"].map((look) => rule(`.mark.full.${look}`, `fill: @${look}`)),
    rule(".mark.full.calm, .mark.dot", "fill: @dim"),
    rule(".pill text", "font-weight: 600; fill: @onColour"),
    rule(".pill rect", "fill: @dim; stroke: @dim; stroke-width: 1.3"),
    ...["good", "spare", "bad"].flatMap((look) => [
      rule(`.pill.${look} rect`, `fill: @${look}; stroke: @${look}`),
      rule(`.pill.hollow.${look} rect`, `fill: none; stroke: @${look}`),
      rule(`.pill.hollow.${look} text`, `fill: @${look}`),
    ]),
    rule(".pill.off rect", "fill: none"),
    rule(".pill.off text", "fill: @dim"),
    rule(".badge path", "stroke: none"),
    rule(".badge text", "fill: @onColour; font-weight: 700"),
    rule(".badge.error path", "fill: @bad"),
    rule(".badge.warning path", "fill: @warning"),
    rule(".badge.information path", "fill: @information"),
    rule(".line", "fill: none; stroke: @dim; stroke-width: 1.3"),
    rule(".edge.good > .line", "stroke: @good; stroke-width: 2.2"),
    rule(".edge.spare > .line", "stroke: @spare; stroke-dasharray: 5 4"),
    rule(".edge.bad > .line", "stroke: @bad; stroke-width: 2.6"),
    rule(
      ".edge.elect.elect > .line, .edge.elect.bad > .line",
      "stroke-dasharray: 1.5 4; stroke-linecap: round; stroke-width: 1.8",
    ),
    rule(".edge.back > .line", "stroke: @address; stroke-dasharray: 9 4 2 4; stroke-width: 1.5"),
    rule(".hidden", "stroke: none; fill: none"),
    rule(".broken", "fill: none; stroke: @bad; stroke-width: 2.6; stroke-linecap: round"),
    rule(".chip rect", "fill: @background"),
    rule(".chip text", "fill: @dim"),
    ...["good", "spare", "bad"].map((look) => rule(`.arrow.${look}`, `fill: @${look}`)),
    rule(".arrow.calm", "fill: @dim"),
    rule(".arrow.back", "fill: @address"),
    rule(".pulse", "fill: none; stroke: @focus; stroke-width: 3; opacity: 0; pointer-events: none"),
    rule(".lit > .frame", "fill: @lit; stroke: @focus"),
    rule(".selected > .frame", "stroke: @focus; stroke-width: 2.2"),
  ].join("\n");
}
