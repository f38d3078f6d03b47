/** The keys of the picture. Arrows go to the part that lies there, whatever it is. */
import type { Layout } from "../../../server/src/core/topology/layout.ts";
import { clickPart, partElement } from "./canvas.ts";
import type { Control } from "./control.ts";
import { nextBox } from "./view.ts";

export interface KeyOptions {
  readonly control: Control;
  readonly layout: Layout;
  readonly move: (x: number, y: number) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

const arrows = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" } as const;
const shifts: Readonly<Record<keyof typeof arrows, readonly [number, number]>> = {
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
};

export function pictureKeys({ control, layout, move, zoom, fit }: KeyOptions): (event: KeyboardEvent) => void {
  const openMenu = (event: KeyboardEvent, id: string) => {
    const place = partElement(
      event.currentTarget instanceof Element ? event.currentTarget : null,
      id,
    )?.getBoundingClientRect();
    control.store.set({ selected: id, menu: { id, x: (place?.left ?? 0) + 24, y: (place?.top ?? 0) + 24 } });
  };
  const onPart: Readonly<Record<string, (event: KeyboardEvent, id: string) => void>> = {
    Enter: (_event, id) => clickPart(control, id),
    " ": (_event, id) => clickPart(control, id),
    o: (_event, id) => control.revealPart(id),
    m: openMenu,
    ContextMenu: openMenu,
  };
  const anywhere: Readonly<Record<string, () => void>> = {
    "+": () => zoom(1.25),
    "=": () => zoom(1.25),
    "-": () => zoom(1 / 1.25),
    "0": fit,
    Escape: () => control.store.set({ menu: undefined, relatedTo: undefined }),
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const part = event.target instanceof Element ? event.target.closest<SVGElement>(".part")?.dataset["id"] : undefined;
    if (isArrow(key) && event.shiftKey) move(...shifts[key]);
    else if (isArrow(key)) goOn(control, layout, part, arrows[key]);
    else if (part !== undefined && key === "F10" && event.shiftKey) openMenu(event, part);
    else if (part !== undefined && onPart[key.length === 1 ? key.toLowerCase() : key] !== undefined)
      onPart[key.length === 1 ? key.toLowerCase() : key]?.(event, part);
    else if (anywhere[key] !== undefined) anywhere[key]();
    else return;
    event.preventDefault();
  };
}

function goOn(
  control: Control,
  layout: Layout,
  from: string | undefined,
  direction: (typeof arrows)[keyof typeof arrows],
): void {
  const graph = control.store.get().graph;
  const frames = new Set(
    graph?.clusters.flatMap(({ id }) => (layout.folded.includes(id) || (graph.clusters.length ?? 0) < 2 ? [] : [id])),
  );
  const single =
    graph?.clusters.length === 1 && graph.clusters[0] !== undefined && !layout.folded.includes(graph.clusters[0].id)
      ? graph.clusters[0].id
      : undefined;
  const boxes = Object.entries(layout.boxes).flatMap(([id, box]) =>
    // Of the frame around a cluster only its name can be chosen.
    id === single ? [] : [[id, frames.has(id) ? { ...box, y: box.y - 8, width: 80, height: 16 } : box] as const],
  );
  const start = boxes.find(([id]) => id === from)?.[1];
  const next = start === undefined ? boxes[0]?.[0] : nextBox(boxes, start, direction);
  if (next !== undefined) control.store.set({ selected: next, focus: control.store.get().focus + 1 });
}

function isArrow(key: string): key is keyof typeof arrows {
  return Object.hasOwn(arrows, key);
}
