/** What the page does when something comes from the panel or from the reader: changes the state, and asks the panel. */
import { fill, type Locale, say, type Text } from "../../../server/src/core/text/localized.ts";
import type { SourceRange } from "../../../server/src/core/topology/graph.ts";
import { type FromWebview, isToWebview, type ToWebview } from "../preview/messages.ts";
import { deedsOf, firstDeed } from "./deeds.ts";
import {
  aboutUri,
  clusterWith,
  eventTimes,
  hasPart,
  type State,
  settledTime,
  shownMoment,
  shownSpan,
  sourcesOf,
} from "./state.ts";
import type { Store } from "./store.ts";
import { holdersSentence } from "./summary.ts";
import { texts } from "./texts.ts";

export interface Control {
  readonly store: Store<State>;
  /** A message of the panel, or of anybody. */
  hear(message: unknown): void;
  post(message: FromWebview): void;
  /** Chooses a part, unfolds what hides it, and lets the keyboard go there. */
  select(id: string): void;
  /** Folds or unfolds a cluster. */
  fold(cluster: string, isFolded: boolean): void;
  /** Fails what is well, heals what failed. */
  toggle(id: string): void;
  /** Lets an event without time happen at the cursor. */
  happen(event: string, id: string): void;
  /** Takes the last event back. */
  takeBack(): void;
  reset(): void;
  choose(question: string): void;
  chooseCluster(cluster: string | undefined): void;
  reveal(source: Pick<SourceRange, "uri" | "start" | "end">): void;
  revealPart(id: string): void;
  /** Puts the cursor of the timeline somewhere. */
  moveTo(time: number): void;
  say(words: Text, ...values: readonly (string | number | Text)[]): string;
}

export function makeControl(store: Store<State>, send: (message: FromWebview) => void): Control {
  const state = store.get;
  const tell = (words: Text, ...values: readonly (string | number | Text)[]) => sayIn(state().locale, words, ...values);

  function simulate(events: readonly string[]): void {
    const request = state().request + 1;
    const uri = aboutUri(state());
    store.set({ events, request, refused: undefined, menu: undefined });
    send({ kind: "simulate", request, events, ...(uri === undefined ? {} : { uri }) });
  }

  function ask(): void {
    const uri = aboutUri(state());
    store.set({ answers: undefined });
    send({ kind: "ask", ...(uri === undefined ? {} : { uri }) });
  }

  function happen(event: string, id: string): void {
    const before = aboutUri(state());
    touch(id);
    const { events, cursor, reported } = state();
    const at = events.length === 0 || reported.length === 0 ? settledTime(state()) : cursor;
    store.set({ question: undefined });
    const written = `${Math.round(at)}ms ${event}`;
    simulate([...events, written].sort((a, b) => (eventTimes([a])[0] ?? 0) - (eventTimes([b])[0] ?? 0)));
    if (aboutUri(state()) !== before) ask();
  }

  /** Where nothing has happened yet, questions are about what the reader looks at. */
  function lookAt(id: string): void {
    const before = aboutUri(state());
    if (state().events.length > 0) return;
    touch(id);
    if (aboutUri(state()) === before) return;
    simulate([]);
    ask();
  }

  /** The cluster of a part is the one that is asked about from now on. */
  function touch(id: string): void {
    const { graph } = state();
    const cluster = graph === undefined ? undefined : clusterWith(graph, id);
    const before = aboutUri(state());
    store.set({ touched: cluster ?? state().touched });
    if (aboutUri(state()) !== before) store.set({ events: [], report: undefined, reported: [], answers: undefined });
  }

  function hearGraph(message: Extract<ToWebview, { readonly kind: "graph" }>): void {
    const { graph, locale, folderNames } = message;
    const isSame = JSON.stringify(graph) === JSON.stringify(state().graph);
    store.set({ locale, folderNames });
    if (isSame) return;
    const { selected, relatedTo } = state();
    store.set({
      graph,
      selected: selected !== undefined && hasPart(graph, selected) ? selected : undefined,
      relatedTo: relatedTo !== undefined && hasPart(graph, relatedTo) ? relatedTo : undefined,
    });
    if (graph.nodes.length === 0) return;
    simulate(state().events);
    ask();
  }

  function hearTimeline({ request, report }: Extract<ToWebview, { readonly kind: "timeline" }>): void {
    const { events, reported, cursor } = state();
    if (request !== state().request) return;
    const { to } = shownSpan(report, events);
    const isNew = events.join("\n") !== reported.join("\n");
    const added = eventTimes(events.filter((event) => !reported.includes(event)));
    store.set({ report, reported: events, refused: undefined });
    if (events.length === 0)
      store.set({ cursor: to, isPlaying: false, spoken: isNew ? tell(texts.atRest) : state().spoken });
    else if (isNew) {
      const from = added.length > 0 ? Math.max(...added) : Math.min(cursor, to);
      store.set({ cursor: from, isPlaying: true, spoken: holdersSentence(report, to, tell) });
    } else store.set({ cursor: Math.min(cursor, to) });
  }

  return {
    store,
    post: send,
    say: tell,
    happen,
    hear(message) {
      if (!isToWebview(message)) return;
      switch (message.kind) {
        case "graph":
          return hearGraph(message);
        case "timeline":
          return hearTimeline(message);
        case "refused":
          if (message.request === state().request) store.set({ refused: message.text, spoken: message.text });
          return;
        case "answers":
          return store.set({ answers: message.answers, left: message.left });
        case "cursor":
          return store.set({ place: message.uri === null ? undefined : { uri: message.uri, line: message.line } });
        case "server":
          return store.set({ server: message.state, locale: message.locale });
        case "saved":
          return store.set({ spoken: message.name === null ? "" : tell(texts.saved, message.name) });
      }
    },
    select(id) {
      const { graph, focus, folding } = state();
      const cluster = graph === undefined ? undefined : clusterWith(graph, id);
      const unfolded = cluster === undefined || cluster === id ? folding : new Map(folding).set(cluster, false);
      store.set({ selected: id, focus: focus + 1, folding: unfolded });
      lookAt(id);
    },
    fold(cluster, isFolded) {
      store.set({
        folding: new Map(state().folding).set(cluster, isFolded),
        selected: cluster,
        focus: state().focus + 1,
      });
    },
    toggle(id) {
      const { graph } = state();
      const deed = graph === undefined ? undefined : firstDeed(graph, shownMoment(state()), id);
      if (deed !== undefined) happen(deed.event, id);
    },
    takeBack() {
      simulate(state().events.slice(0, -1));
    },
    reset() {
      store.set({ question: undefined });
      simulate([]);
    },
    choose(question) {
      const chosen = state().answers?.find(({ id }) => id === question);
      if (chosen === undefined || state().question === question) {
        store.set({ question: undefined });
        return simulate([]);
      }
      store.set({ question });
      simulate(chosen.events);
    },
    chooseCluster(cluster) {
      store.set({ cluster, relatedTo: undefined, question: undefined, events: [], report: undefined, reported: [] });
      simulate([]);
      ask();
    },
    reveal({ uri, start, end }) {
      send({ kind: "reveal", uri, range: { start, end } });
    },
    revealPart(id) {
      const { graph } = state();
      const source = graph === undefined ? undefined : sourcesOf(graph, id)[0];
      if (source !== undefined)
        send({ kind: "reveal", uri: source.uri, range: { start: source.start, end: source.end } });
    },
    moveTo(time) {
      const { report, reported } = state();
      const { from, to } = shownSpan(report, reported);
      store.set({ cursor: Math.min(to, Math.max(from, time)), isPlaying: false });
    },
  };
}

/** Whether a click on a part makes it fail or heals it. */
export function canFail(state: State, id: string): boolean {
  return state.graph !== undefined && deedsOf(state.graph, undefined, id).length > 0;
}

function sayIn(locale: Locale, words: Text, ...values: readonly (string | number | Text)[]): string {
  return say(values.length === 0 ? words : fill(words, ...values), locale);
}
