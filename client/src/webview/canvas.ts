/** The picture in its frame: shifted and scaled, with clicks and keys for each part. */
import { type ComponentChild, h } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Layout, layoutOf } from "../../../server/src/core/topology/layout.ts";
import { headroom, Picture, pictureSize } from "../../../server/src/picture/picture.ts";
import type { Props } from "./app.ts";
import { pictureKeys } from "./canvasKeys.ts";
import { type Control, canFail } from "./control.ts";
import { clusterWith, foldedClusters, momentKey, partsAt, type State, shownGraph, shownMoment } from "./state.ts";
import { texts } from "./texts.ts";
import { fitView, type Size, showing, type View, zoomed } from "./view.ts";

/** Of more boxes, moving each by itself would take longer than looking anew. */
const manyBoxes = 400;

export function Canvas({ control }: Props): ComponentChild {
  const state = control.store.get();
  const { locale, selected, focus } = state;
  const frame = useRef<HTMLDivElement>(null);
  const press = useRef<Press | undefined>(undefined);
  const before = useRef<Layout | undefined>(undefined);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [view, setView] = useState<View | undefined>(undefined);
  const [isMoved, setMoved] = useState(false);
  const graph = useMemo(() => shownGraph(state), [state.graph, state.cluster, state.relatedTo]);
  const folded = useMemo(
    () => (graph === undefined ? new Set<string>() : foldedClusters(state, graph)),
    [graph, state.folding],
  );
  const layout = useMemo(() => {
    if (graph === undefined) return undefined;
    before.current = layoutOf(graph, before.current === undefined ? { folded } : { folded, before: before.current });
    return before.current;
  }, [graph, folded]);
  const moment = shownMoment(state);
  const key = momentKey(moment);
  const lit = useMemo(() => litParts(state, folded), [state.graph, state.place, state.follow, folded]);
  const stop =
    selected !== undefined && layout?.boxes[selected] !== undefined
      ? selected
      : graph?.nodes.find(({ id }) => layout?.boxes[id] !== undefined)?.id;
  const picture = useMemo(
    () =>
      graph === undefined || layout === undefined
        ? null
        : h(Picture, {
            graph,
            layout,
            moment,
            locale,
            selected,
            lit,
            keys: { stop, canFail: (id) => canFail(control.store.get(), id) },
          }),
    [graph, layout, key, locale, selected, lit, stop],
  );
  const pixels = graph === undefined || layout === undefined ? { width: 1, height: 1 } : pictureSize(graph, layout);

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (size.width > 0 && !isMoved) setView(fitView(pixels, size, true));
  }, [size, pixels.width, pixels.height, isMoved]);
  const move = (next: View) => {
    setMoved(true);
    setView(next);
  };
  const show = (id: string | undefined) => {
    const box = id === undefined ? undefined : layout?.boxes[id];
    if (box !== undefined && view !== undefined) {
      const next = showing(view, { ...box, y: box.y + headroom }, size);
      if (next !== view) move(next);
    }
  };
  useLayoutEffect(() => {
    if (focus === 0 || selected === undefined) return;
    show(selected);
    partElement(frame.current, selected)?.focus({ preventScroll: true });
  }, [focus]);
  // Only when the cursor moves: whoever looks elsewhere meanwhile is not called back by a change of the picture.
  useEffect(() => show([...lit][0]), [state.place, state.follow]);
  useWheel(frame, view, move);

  if (graph === undefined || layout === undefined) return null;
  const shown = view ?? { x: 0, y: 0, scale: 1 };
  const zoom = (factor: number) => move(zoomed(shown, factor, { x: size.width / 2, y: size.height / 2 }));
  const fit = () => {
    setMoved(false);
    setView(fitView(pixels, size));
  };
  return h(
    "main",
    { class: "canvas", ref: frame },
    h(
      "svg",
      {
        class: `drawing${Object.keys(layout.boxes).length > manyBoxes ? "" : " lively"}`,
        role: "application",
        "aria-label": control.say(texts.picture),
        "aria-describedby": "keys",
        width: "100%",
        height: "100%",
        onKeyDown: pictureKeys({
          control,
          layout,
          move: (x, y) => move({ ...shown, x: shown.x + x, y: shown.y + y }),
          zoom,
          fit,
        }),
        ...pointing(control, press, shown, move),
      } as object,
      h(
        "g",
        { class: "shift", transform: `translate(${shown.x} ${shown.y}) scale(${shown.scale})` } as object,
        picture,
      ),
    ),
    h(Controls, { control, zoom, fit, folded: folded.size, clusters: graph.clusters.map(({ id }) => id) }),
    h(
      "p",
      { class: "help" },
      h("span", {}, control.say(texts.help)),
      h("span", { id: "keys" }, control.say(texts.keys)),
    ),
  );
}

interface ControlsProps extends Props {
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly folded: number;
  readonly clusters: readonly string[];
}

function Controls({ control, zoom, fit, folded, clusters }: ControlsProps): ComponentChild {
  const button = (words: keyof typeof texts, sign: ComponentChild, onClick: () => void) =>
    h(
      "button",
      { type: "button", title: control.say(texts[words]), "aria-label": control.say(texts[words]), onClick },
      sign,
    );
  const foldAll = () => control.store.set({ folding: new Map(clusters.map((id) => [id, folded === 0])) });
  return h(
    "div",
    { class: "controls", role: "toolbar" },
    clusters.length > 1 ? button(folded === 0 ? "fold" : "unfold", folded === 0 ? "⊟" : "⊞", foldAll) : null,
    button("zoomOut", "−", () => zoom(1 / 1.25)),
    button("zoomIn", "+", () => zoom(1.25)),
    button("fit", fitIcon(), fit),
  );
}

/** Four corners; no font is sure to have a sign for it. */
function fitIcon(): ComponentChild {
  return h(
    "svg",
    { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" } as object,
    h("path", { d: "M1.5 5V1.5H5M9 1.5H12.5V5M12.5 9V12.5H9M5 12.5H1.5V9" }),
  );
}

/** What was made of the lines at the cursor of the text; a folded cluster stands for its hosts. */
function litParts({ graph, place, follow }: State, folded: ReadonlySet<string>): ReadonlySet<string> {
  if (graph === undefined || place === undefined || !follow) return new Set();
  const parts = [...partsAt(graph, place)].map((id) => {
    const cluster = clusterWith(graph, id);
    return cluster !== undefined && folded.has(cluster) ? cluster : id;
  });
  return new Set(parts);
}

/** Names may hold anything, so no selector is made of them. */
export function partElement(root: ParentNode | null, id: string): SVGElement | undefined {
  return [...(root?.querySelectorAll<SVGElement>(".part") ?? [])].find((element) => element.dataset["id"] === id);
}

function idAt(target: EventTarget | null): string | undefined {
  const part = target instanceof Element ? target.closest<SVGElement>(".part") : null;
  return part?.dataset["id"];
}

/** The wheel zooms around the pointer, with Shift it shifts. A listener of Preact could not keep the page from scrolling. */
function useWheel(
  frame: { readonly current: HTMLDivElement | null },
  view: View | undefined,
  move: (view: View) => void,
): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null || view === undefined) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      if (event.shiftKey) move({ ...view, x: view.x - event.deltaY - event.deltaX, y: view.y });
      else
        move(
          zoomed({ ...view, x: view.x - event.deltaX }, Math.exp(-event.deltaY / 500), {
            x: event.clientX - left,
            y: event.clientY - top,
          }),
        );
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  });
}

/** As many pixels a press may move and is still a click. */
const clickMoves = 4;

/** Dragging shifts the picture; a click does what the part under it is for; a second one takes that back and goes to its line. */
function pointing(control: Control, start: { current: Press | undefined }, view: View, move: (view: View) => void) {
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 2) return;
      start.current = { x: event.clientX, y: event.clientY, view, isDrag: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const at = start.current;
      if (at === undefined || event.buttons === 0) return;
      const [x, y] = [event.clientX - at.x, event.clientY - at.y];
      if (!at.isDrag && Math.hypot(x, y) < clickMoves) return;
      if (!at.isDrag && event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
      at.isDrag = true;
      move({ ...at.view, x: at.view.x + x, y: at.view.y + y });
    },
    onClick: (event: MouseEvent) => {
      const wasDrag = start.current?.isDrag === true;
      start.current = undefined;
      if (wasDrag) return;
      const id = idAt(event.target);
      if (id === undefined) control.store.set({ selected: undefined, menu: undefined });
      else if (event.detail < 2) clickPart(control, id);
      else if (event.detail === 2 && canFail(control.store.get(), id)) {
        control.takeBack();
        control.revealPart(id);
      }
    },
    onContextMenu: (event: MouseEvent) => {
      const id = idAt(event.target);
      if (id === undefined) return;
      event.preventDefault();
      control.store.set({ selected: id, menu: { id, x: event.clientX, y: event.clientY } });
    },
  };
}

/** A press that goes on. */
interface Press {
  readonly x: number;
  readonly y: number;
  readonly view: View;
  isDrag: boolean;
}

/** Unfolds or folds a cluster, fails or heals what can fail, and goes to the lines of everything else. */
export function clickPart(control: Control, id: string): void {
  const state = control.store.get();
  const graph = shownGraph(state);
  control.store.set({ selected: id, menu: undefined });
  if (graph?.clusters.some((cluster) => cluster.id === id) === true)
    control.fold(id, !foldedClusters(state, graph).has(id));
  else if (canFail(state, id)) control.toggle(id);
  else control.revealPart(id);
}
