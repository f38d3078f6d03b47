/** What can be done to a part of the picture, as events of a simulation. */
import type { Text } from "../../../server/src/core/text/localized.ts";
import type { Graph } from "../../../server/src/core/topology/graph.ts";
import { healing, type Moment } from "../../../server/src/core/topology/moment.ts";
import { findOnHost } from "./state.ts";
import { deeds } from "./texts.ts";

export interface Deed {
  readonly label: Text;
  /** An event without its time. */
  readonly event: string;
}

/** What a click or Enter does: fails what is well and heals what failed; undefined where nothing can fail. */
export function firstDeed(graph: Graph, moment: Moment | undefined, id: string): Deed | undefined {
  return deedsOf(graph, moment, id)[0];
}

/** All that can be done to a host, an interface or a check, the most usual first. */
export function deedsOf(graph: Graph, moment: Moment | undefined, id: string): readonly Deed[] {
  const found = findOnHost(graph, id);
  if (found === undefined) return [];
  const { host, row } = found;
  const failure = moment?.failed[id];
  const heal = failure === undefined ? undefined : healing[failure];
  const argument = row !== undefined && "name" in row ? row.name : undefined;
  const deed = (kind: keyof typeof deeds): Deed => ({
    label: deeds[kind],
    event: [kind.split(" ")[0], host.eventName, argument ?? kind.split(" ")[1]]
      .filter((word) => word !== undefined)
      .join(" "),
  });
  if (heal !== undefined && Object.hasOwn(deeds, heal)) return [deed(heal as keyof typeof deeds)];
  if (row === undefined) {
    return (["power-off", "stop", "crash", "freeze", "drop-vrrp in", "drop-vrrp out"] as const).map(deed);
  }
  if (row.kind === "interface") return (["link-down", "detach"] as const).map(deed);
  if (row.kind === "tracker" && row.canFail) return [deed(row.of === "interface" ? "link-down" : "script-fail")];
  return [];
}
