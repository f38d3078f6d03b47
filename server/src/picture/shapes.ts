/** The few shapes that all parts of the picture are made of: lines of words, marks, pills and badges. */
import { type ComponentChildren, Fragment, h, type VNode } from "preact";
import { useRef } from "preact/hooks";
import type { ProblemCounts } from "../core/topology/graph.ts";
import { fitted, widthOf } from "./fit.ts";

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type Element = VNode<object>;

/** An element of SVG, with attributes as SVG writes them. */
export function svg(name: string, attributes: Attributes, ...children: ComponentChildren[]): Element {
  return h(name, attributes as object, ...children);
}

/** Words with a class of their own in a line. */
export interface Piece {
  readonly words: string;
  readonly look?: "strong" | "dim" | "good" | "spare" | "bad" | "warning" | "address";
}

export interface LineOptions {
  readonly size?: number;
  readonly anchor?: "start" | "middle" | "end";
  /** Pixels between pieces. */
  readonly gap?: number;
}

/** One line of words that never leaves its room: what does not fit is cut, and the whole is told by a tooltip. */
export function line(x: number, y: number, room: number, pieces: readonly Piece[], options: LineOptions = {}): Element {
  const { size = 12, anchor = "start", gap = 7 } = options;
  const said = pieces.filter(({ words }) => words !== "");
  let left = room;
  let isCut = false;
  const spans = said.flatMap(({ words, look }, index) => {
    const isBold = look === "strong" || look === "address";
    const before = index === 0 ? 0 : gap;
    const shown = isCut ? "" : fitted(words, left - before, size, isBold);
    isCut ||= shown !== words;
    left -= before + widthOf(shown, size, isBold);
    return shown === "" ? [] : [svg("tspan", { class: look, dx: index === 0 ? undefined : before }, shown)];
  });
  const whole = isCut ? [svg("title", {}, said.map(({ words }) => words).join("  "))] : [];
  return svg("text", { x, y, "font-size": size, "text-anchor": anchor }, ...whole, ...spans);
}

export type MarkKind = "full" | "ring" | "check" | "cross" | "dash" | "dot";

const markPaths: Readonly<Record<Exclude<MarkKind, "full" | "ring" | "dot">, string>> = {
  check: "M-4 0.5L-1.2 3.5L4.5 -3.5",
  cross: "M-4 -4L4 4M4 -4L-4 4",
  dash: "M-4 0H4",
};

/** A sign that is told by its shape as well as by its colour. */
export function mark(kind: MarkKind, x: number, y: number, look: string): Element {
  const common = { class: `mark ${look} ${kind}`, transform: `translate(${x} ${y})` };
  if (kind === "full" || kind === "ring" || kind === "dot") {
    return svg("circle", { ...common, r: kind === "full" ? 5 : kind === "ring" ? 4.2 : 2.5 });
  }
  return svg("path", { ...common, d: markPaths[kind] });
}

/** The width of a pill with these words. */
export function pillWidth(words: string): number {
  return Math.ceil(widthOf(words, 10.5, true)) + 16;
}

/** Words in a rounded frame whose right end is at `right`. */
export function pill(words: string, right: number, middle: number, look: string): Element {
  const width = pillWidth(words);
  return svg(
    "g",
    { class: `pill ${look}` },
    svg("rect", { x: right - width, y: middle - 9, width, height: 18, rx: 9 }),
    svg("text", { x: right - width / 2, y: middle + 3.8, "font-size": 10.5, "text-anchor": "middle" }, words),
  );
}

const badgeShapes = {
  error: "M-3.7 -9H3.7L9 -3.7V3.7L3.7 9H-3.7L-9 3.7V-3.7Z",
  warning: "M0 -9.5L10.5 8.5H-10.5Z",
  information: "M-6 -8H6Q8 -8 8 -6V6Q8 8 6 8H-6Q-8 8 -8 6V-6Q-8 -8 -6 -8Z",
} as const;

export const severities = ["error", "warning", "information"] as const;

/** The worst severity that something has problems of. */
export function worstOf(problems: ProblemCounts): (typeof severities)[number] | undefined {
  return severities.find((severity) => problems[severity] > 0);
}

/** How many problems of the worst severity something has: octagon, triangle or square. */
export function badge(problems: ProblemCounts, messages: readonly string[], x: number, y: number): Element | null {
  const worst = worstOf(problems);
  if (worst === undefined) return null;
  const count = problems[worst];
  const words = count > 9 ? "9+" : String(count);
  return svg(
    "g",
    { class: `badge ${worst}`, transform: `translate(${x} ${y})` },
    messages.length > 0 ? svg("title", {}, messages.join("\n")) : null,
    svg("path", { d: badgeShapes[worst] }),
    svg(
      "text",
      { x: 0, y: worst === "warning" ? 6.5 : 3.8, "font-size": count > 9 ? 8 : 10.5, "text-anchor": "middle" },
      words,
    ),
  );
}

/** How much room a badge takes on the right, with its distance. */
export function badgeRoom(problems: ProblemCounts): number {
  return worstOf(problems) === undefined ? 0 : 26;
}

interface PulseProps {
  readonly of: string;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/** A frame that shines up once whenever what it is told changes, and is not there before the first change. */
export function Pulse({ of, width, height, radius }: PulseProps): Element {
  const seen = useRef({ of, changes: 0 });
  if (seen.current.of !== of) seen.current = { of, changes: seen.current.changes + 1 };
  const { changes } = seen.current;
  if (changes === 0) return h(Fragment, {});
  return h("rect", { key: changes, class: "pulse", width, height, rx: radius } as object);
}
