/** The names in a rule: a service is named by its address, its servers by theirs. */
import type { BoundValue } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import type { Command } from "../schema/commands.ts";
import { schedulers } from "../schema/schedulers.ts";
import { formatEndpoint } from "./address.ts";
import { valueBehind } from "./checkEntry.ts";
import type { Draft } from "./draft.ts";

/** The name of a rule's service, and whose names it is among: those of its protocol or of the marks. */
export function serviceName(draft: Draft): { readonly name: string; readonly owner: string } | undefined {
  if (draft.mark > 0) return { name: draft.family === 6 ? `${draft.mark} -6` : String(draft.mark), owner: "fwmark" };
  if (draft.host === undefined || draft.family === undefined || draft.protocol === undefined) return undefined;
  return { name: formatEndpoint(draft.host, draft.family, draft.port), owner: draft.protocol };
}

/** The name of a rule's server. */
export function serverName({ serverHost, serverFamily, serverPort }: Draft): string | undefined {
  if (serverHost === undefined || serverFamily === undefined) return undefined;
  return formatEndpoint(serverHost, serverFamily, serverPort);
}

/** Makes names of the values of a rule that was read to its end. */
export function bindNames(draft: Draft, { acts, on }: Command): void {
  const service = serviceName(draft);
  const word = valueBehind(draft, draft.given.get("service-address"));
  if (service !== undefined && word !== undefined) {
    const defines = acts === "add" && on === "service";
    const role = defines ? { defines: "service" } : { refers: "service" };
    put(draft, word, { data: service.name, token: "class", owner: service.owner, ...role });
  }
  const server = serverName(draft);
  const serverWord = valueBehind(draft, draft.given.get("real-server"));
  if (service !== undefined && server !== undefined && serverWord !== undefined) {
    const role = acts === "add" ? { defines: "server" } : { refers: "server" };
    put(draft, serverWord, { data: server, token: "class", owner: `${service.owner} ${service.name}`, ...role });
  }
  const scheduler = schedulers.find(({ keyword }) => keyword.name === draft.scheduler?.value);
  if (draft.scheduler !== undefined && scheduler !== undefined) {
    put(draft, draft.scheduler, { token: "enumMember", keyword: scheduler.keyword });
  }
  for (const { word: one, data } of [...draft.values]) {
    if (typeof data === "string" && /^\d+$/.test(data) && one !== word && one !== serverWord)
      put(draft, one, { token: "number" });
  }
}

function put(draft: Draft, word: Word, facts: Partial<BoundValue>): void {
  const at = draft.values.findIndex((value) => value.word === word);
  const value = draft.values[at];
  if (value !== undefined) draft.values[at] = { ...value, ...facts };
}
