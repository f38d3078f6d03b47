/** What can be done with one part, at the pointer or beside the part. */
import { type ComponentChild, h } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Props } from "./app.ts";
import { deedsOf } from "./deeds.ts";
import { nameOf, shownMoment, sourcesOf } from "./state.ts";
import { texts } from "./texts.ts";

interface Item {
  readonly label: string;
  readonly run: () => void;
}

export function Menu({ control }: Props): ComponentChild {
  const state = control.store.get();
  const { menu, graph } = state;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || menu === undefined) return;
    element.style.left = `${Math.max(4, Math.min(menu.x, innerWidth - element.offsetWidth - 8))}px`;
    element.style.top = `${Math.max(4, Math.min(menu.y, innerHeight - element.offsetHeight - 8))}px`;
    element.querySelector<HTMLElement>("button")?.focus();
    const close = (event: PointerEvent) => {
      if (event.target instanceof Node && !element.contains(event.target)) control.store.set({ menu: undefined });
    };
    addEventListener("pointerdown", close);
    return () => removeEventListener("pointerdown", close);
  }, [menu]);
  if (menu === undefined || graph === undefined) return null;
  const { id } = menu;
  const leave = () => control.store.set({ menu: undefined, selected: id, focus: control.store.get().focus + 1 });
  const items: readonly Item[] = [
    ...deedsOf(graph, shownMoment(state), id).map(({ label, event }) => ({
      label: control.say(label),
      run: () => control.happen(event, id),
    })),
    ...(sourcesOf(graph, id).length > 0
      ? [{ label: control.say(texts.goToSource), run: () => control.revealPart(id) }]
      : []),
    { label: control.say(texts.showRelated), run: () => control.store.set({ relatedTo: id }) },
  ];
  const keys = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const here = buttons.findIndex((button) => button.matches(":focus"));
    const steps: Readonly<Record<string, number>> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (event.key === "Escape" || event.key === "Tab") leave();
    else if (step !== undefined) buttons.at(step % buttons.length)?.focus();
    else return;
    event.preventDefault();
  };
  return h(
    "div",
    {
      class: "menu",
      role: "menu",
      "aria-label": control.say(texts.menu, nameOf(graph, id)),
      ref: list,
      onKeyDown: keys,
    },
    items.map(({ label, run }) =>
      h(
        "button",
        {
          type: "button",
          role: "menuitem",
          tabIndex: -1,
          onClick: () => {
            leave();
            run();
          },
        },
        label,
      ),
    ),
  );
}
