/** Where the reader looks: the shift and the scale of the picture in its frame, and how both change. */
import type { Box } from "../../../server/src/core/topology/layout.ts";

export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const smallest = 0.08;
const largest = 3;
/** Words can still be read at this scale; a picture that would have to be smaller shows its beginning instead. */
const readable = 0.5;
const margin = 16;

/** The whole picture in the middle of its frame. With `isReadable` as much of it as is wide enough to be read. */
export function fitView(picture: Size, frame: Size, isReadable = false): View {
  const fitting = Math.min(
    (frame.width - 2 * margin) / picture.width,
    (frame.height - 2 * margin) / picture.height,
    1.25,
  );
  const wide = Math.min((frame.width - 2 * margin) / picture.width, 1);
  const scale = clamp(isReadable && fitting < readable ? Math.max(wide, readable) : fitting);
  const center = (inner: number, outer: number) => (inner < outer ? (outer - inner) / 2 : margin);
  return { scale, x: center(picture.width * scale, frame.width), y: center(picture.height * scale, frame.height) };
}

/** Larger or smaller by a factor; the point of the frame stays on the same point of the picture. */
export function zoomed(view: View, factor: number, at: { readonly x: number; readonly y: number }): View {
  const scale = clamp(view.scale * factor);
  const real = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * real, y: at.y - (at.y - view.y) * real };
}

/** Shifted as little as needed for a box of the picture to be seen. */
export function showing(view: View, box: Box, frame: Size): View {
  const shift = (from: number, length: number, room: number) => {
    if (from < margin || length > room - 2 * margin) return margin - from;
    return Math.min(0, room - margin - (from + length));
  };
  const left = box.x * view.scale + view.x;
  const top = box.y * view.scale + view.y;
  const width = box.width * view.scale;
  const height = box.height * view.scale;
  const isWithin = left >= 0 && top >= 0 && left + width <= frame.width && top + height <= frame.height;
  if (isWithin) return view;
  return { ...view, x: view.x + shift(left, width, frame.width), y: view.y + shift(top, height, frame.height) };
}

/** The nearest box in a direction: near along it, and not far beside it. */
export function nextBox(
  boxes: readonly (readonly [string, Box])[],
  from: Box,
  direction: "left" | "right" | "up" | "down",
): string | undefined {
  const center = (box: Box) => ({ x: box.x + Math.min(box.width, 200) / 2, y: box.y + Math.min(box.height, 40) / 2 });
  const start = center(from);
  let best: { readonly id: string; readonly cost: number } | undefined;
  for (const [id, box] of boxes) {
    const { x, y } = center(box);
    const [along, beside] =
      direction === "left" || direction === "right" ? [x - start.x, y - start.y] : [y - start.y, x - start.x];
    const ahead = direction === "left" || direction === "up" ? -along : along;
    if (ahead < 4) continue;
    const cost = ahead + 2.5 * Math.abs(beside);
    if (best === undefined || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}

function clamp(scale: number): number {
  return Math.min(largest, Math.max(smallest, scale));
}
