/** Who held each address when, what each instance was, and what happened; with a cursor that chooses the moment of the picture. */
import { type ComponentChild, h } from "preact";
import { useRef } from "preact/hooks";
import { fill, list } from "../../../server/src/core/text/localized.ts";
import { readEvents } from "../../../server/src/core/topology/moment.ts";
import type { TimelineReport } from "../preview/messages.ts";
import type { Props } from "./app.ts";
import type { Control } from "./control.ts";
import { eventTimes, shownSpan } from "./state.ts";
import { duration, heldSpans, holdersSentence } from "./summary.ts";
import { happenings, texts } from "./texts.ts";

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Bar extends Span {
  readonly look: string;
  readonly words: string;
}

interface Track {
  readonly label: string;
  readonly kind: "address" | "instance";
  readonly bars: readonly Bar[];
}

export function TimelineView({ control }: Props): ComponentChild {
  const state = control.store.get();
  const { report, reported, cursor, isPlaying } = state;
  const span = shownSpan(report, reported);
  const zero = reported.length === 0 ? span.from : Math.min(...eventTimes(reported));
  const tracks = report === undefined ? [] : [...addressTracks(report, span, control), ...instanceTracks(report, span)];
  const play = () => {
    if (isPlaying) control.store.set({ isPlaying: false });
    else control.store.set({ cursor: cursor >= span.to ? span.from : cursor, isPlaying: true });
  };
  return h(
    "footer",
    { class: "timeline", "aria-label": control.say(texts.timeline), role: "region" },
    h(
      "div",
      { class: "head" },
      h(
        "button",
        {
          type: "button",
          class: "play",
          disabled: reported.length === 0,
          "aria-label": control.say(isPlaying ? texts.pause : texts.play),
          onClick: play,
        },
        isPlaying ? "❚❚" : "▶",
      ),
      h(
        "strong",
        {},
        reported.length === 0 ? control.say(texts.atRest) : control.say(texts.at, duration(cursor - zero, control.say)),
      ),
      report === undefined ? null : h("span", { class: "now" }, holdersSentence(report, cursor, control.say)),
    ),
    h(
      "div",
      { class: "tracks" },
      h(
        "div",
        { class: "labels", "aria-hidden": "true" },
        h("div", { class: "flagsSpace" }),
        tracks.map(({ label, kind }) => h("div", { class: `label ${kind}`, title: label }, label)),
        h("div", { class: "axisSpace" }),
      ),
      h(Chart, { control, span, zero, tracks }),
    ),
  );
}

interface ChartProps extends Props {
  readonly span: Span;
  /** Times are counted from here: from the first event. */
  readonly zero: number;
  readonly tracks: readonly Track[];
}

function Chart({ control, span, zero, tracks }: ChartProps): ComponentChild {
  const { report, reported, cursor } = control.store.get();
  const area = useRef<HTMLDivElement>(null);
  const share = (t: number) => (100 * (t - span.from)) / Math.max(1, span.to - span.from);
  const timeAt = (event: PointerEvent) => {
    const { left = 0, width = 1 } = area.current?.getBoundingClientRect() ?? {};
    return span.from + ((event.clientX - left) / width) * (span.to - span.from);
  };
  const changes = report === undefined ? [] : changeTimes(report, reported, span);
  const keys: Readonly<Record<string, () => number | undefined>> = {
    ArrowRight: () => cursor + (span.to - span.from) / 100,
    ArrowLeft: () => cursor - (span.to - span.from) / 100,
    ArrowUp: () => cursor + (span.to - span.from) / 100,
    ArrowDown: () => cursor - (span.to - span.from) / 100,
    PageUp: () => changes.findLast((t) => t < cursor - 0.5),
    PageDown: () => changes.find((t) => t > cursor + 0.5),
    Home: () => span.from,
    End: () => span.to,
  };
  return h(
    "div",
    {
      class: "chart",
      ref: area,
      onPointerDown: (event: PointerEvent) => {
        area.current?.setPointerCapture(event.pointerId);
        control.moveTo(timeAt(event));
      },
      onPointerMove: (event: PointerEvent) => {
        if (event.buttons > 0) control.moveTo(timeAt(event));
      },
    },
    h("div", { class: "flags" }, flags(control, reported, zero, share)),
    tracks.map(({ kind, label, bars }) =>
      h(
        "div",
        { class: `track ${kind}`, role: "list", "aria-label": label },
        bars.map(({ from, to, look, words }) =>
          h(
            "div",
            {
              class: `span ${look}`,
              role: "listitem",
              title: control.say(texts.lasting, words, duration(to - from, control.say)),
              style: { left: `${share(from)}%`, width: `${Math.max(0, share(to) - share(from))}%` },
            },
            h("span", {}, words),
          ),
        ),
      ),
    ),
    h(
      "div",
      { class: "axis", "aria-hidden": "true" },
      ticks(span, zero).map((t) =>
        h("span", { class: "tick", style: { left: `${share(t)}%` } }, duration(t - zero, control.say)),
      ),
    ),
    h("div", {
      class: "cursor",
      role: "slider",
      tabIndex: 0,
      "aria-label": control.say(texts.moment),
      "aria-valuemin": Math.round(span.from - zero),
      "aria-valuemax": Math.round(span.to - zero),
      "aria-valuenow": Math.round(cursor - zero),
      "aria-valuetext": `${duration(cursor - zero, control.say)}: ${report === undefined ? "" : holdersSentence(report, cursor, control.say)}`,
      style: { left: `${Math.min(100, Math.max(0, share(cursor)))}%` },
      onKeyDown: (event: KeyboardEvent) => {
        const go = keys[event.key];
        if (go === undefined) return;
        event.preventDefault();
        const time = go();
        if (time !== undefined) control.moveTo(time);
      },
    }),
  );
}

function addressTracks(report: TimelineReport, { from, to }: Span, control: Control): readonly Track[] {
  return report.virtualAddresses.map((one) => ({
    label: one.address,
    kind: "address",
    bars: heldSpans(one, from, to).map((span) => {
      const { hosts } = span;
      if (hosts.length === 0) return { ...span, look: "none", words: control.say(texts.nobody) };
      return hosts.length > 1
        ? { ...span, look: "several", words: `⚠ ${hosts.join(" + ")}` }
        : { ...span, look: "one", words: hosts.join() };
    }),
  }));
}

function instanceTracks(report: TimelineReport, { from, to }: Span): readonly Track[] {
  return report.instances.map(({ host, name, states }) => ({
    label: `${host} · ${name}`,
    kind: "instance",
    bars: states.flatMap(({ t, state, priority }, index) => {
      const bar = { from: Math.max(from, t), to: Math.min(to, states[index + 1]?.t ?? to) };
      const isKnown = state === "MASTER" || state === "BACKUP" || state === "FAULT";
      return bar.to <= bar.from
        ? []
        : [{ ...bar, look: isKnown ? state : "INIT", words: isKnown ? `${state} ${priority}` : "–" }];
    }),
  }));
}

function flags(
  control: Control,
  events: readonly string[],
  zero: number,
  share: (t: number) => number,
): readonly ComponentChild[] {
  const { graph } = control.store.get();
  const read = graph === undefined ? [] : readEvents(graph, events);
  const times = [...new Set(read.map(({ at }) => at))];
  const places = times.map(share);
  // The last one stands before its moment where there is little room behind it; none runs into its neighbour.
  const isLeft = (index: number) => index === times.length - 1 && (places[index] ?? 0) > 60;
  const roomOf = (index: number) => {
    const [before, here = 0, after] = [places[index - 1], places[index], places[index + 1]];
    if (isLeft(index)) return before === undefined ? here : (here - before) / 2;
    return after === undefined ? 100 - here : (after - here) / (isLeft(index + 1) ? 2 : 1);
  };
  return times.map((at, index) => {
    const words = read
      .filter((event) => event.at === at)
      .map(({ kind, host, argument }) => {
        const happening = happenings[kind];
        return happening === undefined ? kind : control.say(fill(happening, host, argument ?? ""));
      });
    const place = places[index] ?? 0;
    const maxWidth = `${roomOf(index)}%`;
    const said = list(words);
    return h(
      "span",
      {
        class: `flag${isLeft(index) ? " left" : ""}`,
        title: control.say(texts.lasting, control.say(said), duration(at - zero, control.say)),
        style: isLeft(index) ? { right: `${100 - place}%`, maxWidth } : { left: `${place}%`, maxWidth },
      },
      control.say(said),
    );
  });
}

/** When anything changes, for keys that go from change to change. */
function changeTimes(report: TimelineReport, events: readonly string[], { from, to }: Span): readonly number[] {
  const held = report.virtualAddresses.flatMap(({ holders }) => holders.map(({ t }) => t));
  const states = report.instances.flatMap((one) => one.states.map(({ t }) => t));
  const all = [...held, ...states, ...eventTimes(events)].filter((t) => t >= from && t <= to);
  return [...new Set(all)].sort((a, b) => a - b);
}

const steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000];

/** Round times, at most nine. */
function ticks({ from, to }: Span, zero: number): readonly number[] {
  const step = steps.find((one) => (to - from) / one <= 8) ?? 600_000;
  const first = Math.ceil((from - zero) / step) * step;
  const count = Math.floor((to - zero - first) / step) + 1;
  return Array.from({ length: Math.max(0, Math.min(count, 9)) }, (_, index) => zero + first + index * step);
}
