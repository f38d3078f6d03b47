/** The bar above the picture: what it is of, how many problems there are, search, what follows what, exports. */
import { type ComponentChild, h } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Props } from "./app.ts";
import { exportPicture, printPicture } from "./exports.ts";
import { matchesOf } from "./search.ts";
import { texts } from "./texts.ts";

export function TopBar({ control }: Props): ComponentChild {
  const state = control.store.get();
  const { graph, cluster, follow, relatedTo, selected, server } = state;
  if (graph === undefined) return null;
  const hosts = graph.nodes.filter(({ kind }) => kind === "host").length;
  const { error, warning, information } = graph.problems;
  const count = error + warning + information;
  const worst = error > 0 ? "error" : warning > 0 ? "warning" : "information";
  const [only] = graph.clusters;
  const title =
    graph.clusters.length > 1 || only === undefined
      ? h(
          "select",
          {
            "aria-label": control.say(texts.cluster),
            onChange: (event: Event) => {
              const value = event.target instanceof HTMLSelectElement ? event.target.value : "";
              control.chooseCluster(value === "" ? undefined : value);
            },
          },
          h(
            "option",
            { value: "", selected: cluster === undefined },
            control.say(graph.clusters.length > 0 ? texts.allClusters : texts.title),
          ),
          graph.clusters.map(({ id, name }) => h("option", { value: id, selected: id === cluster }, name)),
        )
      : h("h1", {}, only.name);
  const toggle = (words: keyof typeof texts, why: string, isOn: boolean, isPossible: boolean, set: () => void) =>
    h(
      "button",
      { type: "button", class: "toggle", "aria-pressed": isOn, disabled: !isPossible, title: why, onClick: set },
      control.say(texts[words]),
    );
  return h(
    "header",
    { class: "bar" },
    title,
    h("span", { class: "pill" }, control.say(hosts === 1 ? texts.oneHost : texts.hosts, hosts)),
    graph.daemons.length > 0 ? h("span", { class: "pill daemons" }, graph.daemons.join(" · ")) : null,
    count === 0
      ? h("span", { class: "pill calm" }, `✓ ${control.say(texts.noProblems)}`)
      : h(
          "span",
          { class: `pill ${worst}` },
          `${worst === "information" ? "i" : "⚠"} ${control.say(count === 1 ? texts.problem : texts.problems, count)}`,
        ),
    server === "stopped" ? h("span", { class: "pill warning" }, control.say(texts.stopped)) : null,
    h("span", { class: "space" }),
    h(Search, { control }),
    toggle(
      "related",
      control.say(texts.relatedWhy),
      relatedTo !== undefined,
      relatedTo !== undefined || selected !== undefined,
      () => control.store.set({ relatedTo: relatedTo === undefined ? selected : undefined }),
    ),
    toggle("follow", "", follow, true, () => control.store.set({ follow: !follow })),
    h(ExportMenu, { control }),
  );
}

function Search({ control }: Props): ComponentChild {
  const { graph, search } = control.store.get();
  const [at, setAt] = useState(0);
  const matches = graph === undefined ? [] : matchesOf(graph, search);
  const isOpen = search.trim() !== "";
  const choose = (index: number) => {
    const match = matches[index];
    if (match === undefined) return;
    control.store.set({ search: "", cluster: undefined, relatedTo: undefined });
    control.select(match.id);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setAt(Math.min(at + 1, matches.length - 1)),
    ArrowUp: () => setAt(Math.max(0, at - 1)),
    Enter: () => choose(at),
    Escape: () => control.store.set({ search: "" }),
  };
  return h(
    "div",
    { class: "search" },
    h("input", {
      type: "search",
      role: "combobox",
      value: search,
      placeholder: control.say(texts.search),
      title: control.say(texts.searchHint),
      "aria-label": control.say(texts.search),
      "aria-expanded": isOpen,
      "aria-controls": "found",
      "aria-activedescendant": matches[at] === undefined ? undefined : `found-${at}`,
      onInput: (event: Event) => {
        setAt(0);
        control.store.set({ search: event.target instanceof HTMLInputElement ? event.target.value : "" });
      },
      onKeyDown: (event: KeyboardEvent) => {
        const act = keys[event.key];
        if (act === undefined) return;
        event.preventDefault();
        act();
      },
    }),
    isOpen
      ? h(
          "div",
          { class: "found", id: "found", role: "listbox" },
          matches.length === 0 ? h("p", {}, control.say(texts.nothingFound)) : null,
          matches.map(({ name, detail }, index) =>
            h(
              "div",
              { id: `found-${index}`, role: "option", "aria-selected": index === at, onClick: () => choose(index) },
              h("b", {}, name),
              h("span", {}, detail),
            ),
          ),
        )
      : null,
  );
}

function ExportMenu({ control }: Props): ComponentChild {
  const details = useRef<HTMLDetailsElement>(null);
  const item = (label: string, run: () => void) =>
    h(
      "button",
      {
        type: "button",
        onClick: () => {
          if (details.current !== null) details.current.open = false;
          run();
        },
      },
      label,
    );
  const formats = { svg: "SVG", png: "PNG", mermaid: "Mermaid" } as const;
  return h(
    "details",
    {
      class: "export",
      ref: details,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== "Escape" || details.current === null) return;
        details.current.open = false;
        details.current.querySelector("summary")?.focus();
      },
    },
    h("summary", {}, `${control.say(texts.exported)} ▾`),
    h(
      "div",
      { class: "drop" },
      (["svg", "png", "mermaid"] as const).map((format) =>
        item(formats[format], () => void exportPicture(control, format)),
      ),
      item(control.say(texts.print), () => printPicture(control)),
    ),
  );
}
