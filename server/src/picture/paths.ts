/** Points on the paths that the layout draws, for words and signs that stand on a line. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The start, the middle and the end of a path of absolute M, L, H, V, Q and C commands; undefined for anything else. */
export function pointsOf(
  path: string,
): { readonly start: Point; readonly middle: Point; readonly end: Point } | undefined {
  const pieces = segments(path);
  const first = pieces[0];
  const last = pieces.at(-1);
  const inner = pieces[Math.floor((pieces.length - 1) / 2)];
  if (first === undefined || last === undefined || inner === undefined) return undefined;
  const isEven = pieces.length % 2 === 0;
  return { start: at(first, 0), middle: at(inner, isEven ? 1 : 0.5), end: at(last, 1) };
}

/** Two points of a straight line, three or four of a curve. */
type Segment = readonly Point[];

function segments(path: string): readonly Segment[] {
  const found: Segment[] = [];
  let here: Point = { x: 0, y: 0 };
  for (const [, command = "", rest = ""] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    const points = pointsAfter(command, numbers, here);
    if (points === undefined) return [];
    const step = command === "C" ? 3 : command === "Q" ? 2 : 1;
    if (step > 1) {
      for (let i = 0; i + step <= points.length; i += step) {
        found.push([i === 0 ? here : (points[i - 1] ?? here), ...points.slice(i, i + step)]);
      }
    } else if (command !== "M") {
      points.forEach((point, index) => {
        found.push([index === 0 ? here : (points[index - 1] ?? here), point]);
      });
    }
    here = points.at(-1) ?? here;
  }
  return found;
}

function pointsAfter(command: string, numbers: readonly number[], here: Point): readonly Point[] | undefined {
  if (command === "H") return numbers.map((x) => ({ x, y: here.y }));
  if (command === "V") return numbers.map((y) => ({ x: here.x, y }));
  if (command !== "M" && command !== "L" && command !== "C" && command !== "Q") return undefined;
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? here.y }] : []));
}

/** De Casteljau's construction, which holds for lines as well as for curves. */
function at(points: Segment, t: number): Point {
  const [first, second] = points;
  if (first === undefined) return { x: 0, y: 0 };
  if (second === undefined) return first;
  const next = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    return { x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t };
  });
  return at(next, t);
}
