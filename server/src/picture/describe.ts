/** Every part of the picture in a sentence, for screen readers and tooltips: the same facts that are drawn. */
import { list, say } from "../core/text/localized.ts";
import type { GraphNode, ProblemCounts, Row } from "../core/topology/graph.ts";
import { type Drawn, holderNames } from "./scene.ts";
import { failureWords, stateWords, words } from "./words.ts";

/** What a node or a row is and how it is now. */
export function describe(drawn: Drawn, part: GraphNode | Row): string {
  const failure = drawn.moment.failed[part.id];
  const failed = failure === undefined ? undefined : failureWords[failure];
  const facts = [
    ...factsOf(drawn, part),
    failed === undefined ? "" : drawn.say(failed),
    problemsOf(drawn, part.problems),
    ...part.messages,
  ].filter((fact) => fact !== "");
  return facts.join(drawn.locale === "zh-cn" ? "，" : ", ");
}

/** `2 errors, 1 warning`, or nothing. */
export function problemsOf(drawn: Pick<Drawn, "say" | "locale">, problems: ProblemCounts): string {
  const counts = [
    [problems.error, words.error, words.errors],
    [problems.warning, words.warning, words.warnings],
    [problems.information, words.note, words.notes],
  ] as const;
  const said = counts.flatMap(([count, one, many]) =>
    count === 0 ? [] : [drawn.say(count === 1 ? one : many, count)],
  );
  return said.join(drawn.locale === "zh-cn" ? "、" : ", ");
}

/** Who holds an address now. */
export function heldBy(drawn: Drawn, address: string): string {
  const names = holderNames(drawn, address);
  if (names.length === 0) return drawn.say(words.heldByNobody);
  return drawn.say(names.length > 1 ? words.twoMasters : words.heldBy, list(names));
}

function factsOf(drawn: Drawn, part: GraphNode | Row): readonly string[] {
  const { say: tell } = drawn;
  switch (part.kind) {
    case "clients":
      return [tell(words.clients)];
    case "address":
      return [tell(words.address), part.address, ...idsOf(drawn, part.virtualRouterIds), heldBy(drawn, part.id)];
    case "host":
      return [tell(words.host), part.name];
    case "service":
      return [tell(words.service), part.name, part.scheduler ?? "", tell(words.onHosts, list(part.hosts))];
    case "server":
      return [tell(words.server), part.name, endpoint(part.address, part.port)];
    case "instance": {
      const now = drawn.moment.instances[part.id];
      const state = now?.state ?? part.state;
      return [
        tell(words.instance),
        part.name,
        tell(stateWords[state]),
        tell(words.priority, now?.priority ?? part.priority ?? words.unknown),
        ...instanceFacts(drawn, part),
      ];
    }
    case "interface":
      return [tell(words.interface), part.name, ...part.addresses];
    case "tracker":
      return [tell(words[part.of]), part.name, ...trackerFacts(drawn, part)];
    case "listener":
      return [tell(words.listener), part.process, part.name, ...part.sockets];
    case "kernel":
      return [tell(words.kernel), part.text];
  }
}

/** VRID, version, interface, interval, takeover and group, as far as files tell. */
export function instanceFacts(
  { say: tell, moment }: Drawn,
  row: Extract<Row, { readonly kind: "instance" }>,
): readonly string[] {
  const state = moment.instances[row.id]?.state ?? row.state;
  return [
    state === "BACKUP" && row.takeover !== undefined ? tell(words.takesOver, seconds(row.takeover)) : "",
    row.syncGroup === undefined ? "" : tell(words.syncGroup, row.syncGroup),
    row.interface ?? "",
    row.version === undefined ? "" : tell(words.version, row.version),
    row.interval === undefined ? "" : tell(words.every, row.interval),
    row.isUnicast ? tell(words.unicast) : "",
  ].filter((fact) => fact !== "");
}

/** Weight, interval and patience of a check. */
export function trackerFacts(
  { say: tell }: Drawn,
  { weight, interval, fall }: Extract<Row, { readonly kind: "tracker" }>,
): readonly string[] {
  return [
    weight === undefined ? "" : weight === 0 ? tell(words.fault) : tell(words.weight, signed(weight)),
    interval === undefined ? "" : tell(words.every, interval),
    fall === undefined || fall < 2 ? "" : tell(words.falls, fall),
  ].filter((fact) => fact !== "");
}

/** `VRID 51`, or what is wrong where there are several. */
export function idsOf(drawn: Pick<Drawn, "locale">, ids: readonly number[]): readonly string[] {
  const template = ids.length > 1 ? words.twoIds : words.virtualRouter;
  return ids.length === 0 ? [] : [say(template, drawn.locale).replace("{0}", ids.join(", "))];
}

/** An address with its port, in brackets where it has colons. */
export function endpoint(address: string, port: number | undefined): string {
  if (port === undefined) return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Milliseconds in seconds, with no more digits than matter. */
export function seconds(milliseconds: number): string {
  return String(Math.round(milliseconds / 10) / 100);
}

function signed(weight: number): string {
  return weight < 0 ? `−${-weight}` : `+${weight}`;
}
