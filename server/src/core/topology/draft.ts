/** Parts of the graph before their places in files are told in lines: these change with every line above them. */
import type { Location } from "../schema/problem.ts";
import type { AddressNode, ClientsNode, HostNode, Row, ServerNode, ServiceNode } from "./graph.ts";

type Unplaced<One> = One extends unknown
  ? Omit<One, "sources" | "problems" | "messages" | "rows"> & { readonly sources: readonly Location[] }
  : never;

export type RowDraft = Unplaced<Row>;
export type HostDraft = Unplaced<HostNode> & { readonly rows: readonly RowDraft[] };
export type ServerDraft = Unplaced<ServerNode> & { readonly rows: readonly RowDraft[] };
export type NodeDraft = Unplaced<ClientsNode | AddressNode | ServiceNode> | HostDraft | ServerDraft;
export type AddressDraft = Unplaced<AddressNode>;
export type ServiceDraft = Unplaced<ServiceNode>;
