/** Lines between boxes, as path data of SVG. They leave boxes on the right, level, and come in on the left. */
import type { Item, Line, Tie } from "./shape.ts";

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where an item lies; a place for lines is as wide as its column. */
export type PlaceOf = (item: Item) => Rectangle | undefined;

/** From box to box, level through the columns between them; undefined where an end is not drawn. */
export function linePath({ links }: Line, placeOf: PlaceOf): string | undefined {
  let path = "";
  for (const { from, fromY, to, toY } of links) {
    const [a, b] = [placeOf(from), placeOf(to)];
    if (a === undefined || b === undefined) return undefined;
    const [x1, y1, x2, y2] = [a.x + a.width, a.y + fromY, b.x, b.y + toY].map(Math.round) as [
      number,
      number,
      number,
      number,
    ];
    path += path === "" ? `M${x1} ${y1}` : `L${x1} ${y1}`;
    const bend = Math.round((x2 - x1) / 2);
    path += `C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  }
  return path;
}

const nearest = 10;
const apart = 5;
const corner = 8;
/** So many ties run side by side; further ones run on top of these. */
const most = 4;

/** Beside the boxes, from one row down to another. `index` is its number among those of the same boxes. */
export function tiePath({ from, fromY, to, toY }: Tie, index: number, placeOf: PlaceOf): string | undefined {
  const [a, b] = [placeOf(from), placeOf(to)];
  if (a === undefined || b === undefined) return undefined;
  const [x1, y1, x2, y2] = [a.x + a.width, a.y + fromY, b.x + b.width, b.y + toY].map(Math.round) as [
    number,
    number,
    number,
    number,
  ];
  const x = Math.max(x1, x2) + nearest + apart * (index % most);
  const down = y2 >= y1 ? 1 : -1;
  const r = Math.min(corner, Math.floor(Math.abs(y2 - y1) / 2)) * down;
  return `M${x1} ${y1}L${x - corner} ${y1}Q${x} ${y1} ${x} ${y1 + r}L${x} ${y2 - r}Q${x} ${y2} ${x - corner} ${y2}L${x2} ${y2}`;
}
