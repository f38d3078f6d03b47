/** The request for the graph that the topology preview draws, and word of it when it changes. */
import type { Connection } from "vscode-languageserver";
import type { Service } from "../core/service.ts";
import type { Locale } from "../core/text/localized.ts";
import type { Graph } from "../core/topology/graph.ts";
import { emptyGraph } from "../core/topology/makeGraph.ts";
import { partFor } from "../core/topology/part.ts";
import { TopologyChangedNotification, type TopologyParams, TopologyRequest, type TopologyResult } from "./protocol.ts";
import { shield } from "./shield.ts";

export interface TopologyView {
  /** Tells the client where the graph is no longer the one that it has; nothing where it never asked for one. */
  readonly look: () => void;
}

export function registerTopology(connection: Connection, service: Service, locale: () => Locale): TopologyView {
  let told: Graph | undefined;
  connection.onRequest(
    TopologyRequest.method,
    shield<TopologyParams | undefined, TopologyResult>(connection, "topology", { graph: emptyGraph }, (params) => {
      told = service.topology(locale());
      const uri = params?.uri;
      return { graph: uri === undefined ? told : partFor(told, uri) };
    }),
  );
  return {
    look: () => {
      if (told === undefined || told === service.topology(locale())) return;
      // Once for each answer: the client asks again, or nobody looks at it any more.
      told = undefined;
      void connection.sendNotification(TopologyChangedNotification.method);
    },
  };
}
