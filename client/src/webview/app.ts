/** The page: the bar above, the picture, what may happen beside it, the timeline below. */
import { type ComponentChild, h } from "preact";
import { useEffect, useReducer } from "preact/hooks";
import { Canvas } from "./canvas.ts";
import type { Control } from "./control.ts";
import { Menu } from "./menu.ts";
import { Player } from "./player.ts";
import { Side } from "./side.ts";
import { texts } from "./texts.ts";
import { TimelineView } from "./timeline.ts";
import { TopBar } from "./topBar.ts";

export interface Props {
  readonly control: Control;
}

export function App({ control }: Props): ComponentChild {
  const [, again] = useReducer<number, undefined>((count) => count + 1, 0);
  useEffect(() => control.store.subscribe(() => again(undefined)), [control]);
  const state = control.store.get();
  const { graph, server, spoken, locale } = state;
  useEffect(() => {
    document.documentElement.lang = locale === "zh-cn" ? "zh-CN" : "en";
  }, [locale]);
  const isEmpty = graph !== undefined && graph.nodes.length === 0;
  const live = h("div", { class: "spoken", "aria-live": "polite", role: "status" }, spoken);
  if (graph === undefined || isEmpty) {
    const title = isEmpty ? texts.empty : server === "stopped" ? texts.stopped : texts.starting;
    return h(
      "main",
      { class: "nothing" },
      h("h1", {}, control.say(title)),
      isEmpty ? h("p", {}, control.say(texts.emptyWhy)) : null,
      live,
    );
  }
  return h(
    "div",
    { class: "page" },
    h(TopBar, { control }),
    h(Canvas, { control }),
    h(Side, { control }),
    h(TimelineView, { control }),
    h(Menu, { control }),
    h(Player, { control }),
    live,
  );
}
