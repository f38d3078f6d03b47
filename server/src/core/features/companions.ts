/** What may be written for a file, or for the line at the cursor, that is not there yet. */
import type { Estate } from "../model/cluster/host.ts";
import type { Companion, Offer } from "../model/companion.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Position } from "../text/range.ts";
import { placeAt } from "./place.ts";

export interface CompanionRequest {
  readonly uri: string;
  /** Undefined where the file as a whole is meant. */
  readonly position: Position | undefined;
  /** The URIs of folders that new files must lie in; none for any. */
  readonly roots: readonly string[];
}

/** The offers of these companions; each file is offered once, whatever hosts read the one that is asked about. */
export function offersFor(
  companions: readonly Companion[],
  workspace: Workspace,
  estate: () => Estate,
  { uri, position, roots }: CompanionRequest,
): readonly Offer[] {
  const statement = position === undefined ? undefined : placeAt(workspace, uri, position)?.statement;
  const keyword = statement?.keyword?.name ?? "";
  const wanted = companions.filter(({ on }) => position === undefined || on.includes(keyword));
  if (wanted.length === 0) return [];
  const around = estate();
  const mayCreate = (file: string) =>
    !workspace.exists(file) &&
    (roots.length === 0 || roots.some((root) => file.startsWith(`${root.replace(/\/$/, "")}/`)));
  const sections = (file: string) => workspace.document(file)?.sections;
  const byTarget = new Map<string, Offer>();
  for (const host of around.hosts) {
    const isRead =
      host.files.some((file) => file.uri === uri) || host.configurations.some(({ files }) => files.includes(uri));
    if (!isRead) continue;
    const asked = { estate: around, host, uri, statement, sections, mayCreate };
    for (const offer of wanted.flatMap((one) => one.offers(asked))) {
      const { creates, edits } = offer;
      const key = JSON.stringify([creates, edits.map(({ source, start, text }) => [source.uri, start, text])]);
      if (!byTarget.has(key)) byTarget.set(key, offer);
    }
  }
  return [...byTarget.values()];
}
