/** Where a host's kernel settings are written: in the lines of its own file, at the end of it, or in a file of their own. */
import type { Host } from "../../../model/cluster/host.ts";
import type { Offer, Writing } from "../../../model/companion.ts";
import type { Location } from "../../../schema/problem.ts";
import { joined, type Text, verbatim } from "../../../text/localized.ts";
import { effective } from "../../sysctl-conf/model/effective.ts";
import { type SystemFile, systemFile } from "./files.ts";
import type { KernelNeed } from "./kernelNeeds.ts";

const ownFile: SystemFile = { path: "sysctl.d/90-ha.conf", named: "sysctl-*.conf" };

/** The file that is written or changed, and how. */
export interface SettingsWriting extends Pick<Offer, "creates" | "edits"> {
  readonly uri: string;
}

/** Sets what is needed for a host that reads `uri`, each line with its reason. */
export function settingsWriting(host: Host, uri: string, needs: readonly KernelNeed[]): SettingsWriting {
  const changed = needs.flatMap((need): Writing[] => {
    const at = ownValue(host, need.key);
    return at === undefined ? [] : [{ ...at, text: verbatim(String(need.value)) }];
  });
  const added = needs.filter(({ key }) => ownValue(host, key) === undefined);
  const end = host.facts.settingsEnds.at(-1);
  const [first] = changed;
  if (added.length === 0 && first !== undefined) return { uri: first.source.uri, creates: [], edits: changed };
  const lines = linesFor(added);
  if (end === undefined) {
    const target = systemFile(host, uri, ownFile);
    return { uri: target, creates: [{ uri: target, text: lines }], edits: changed };
  }
  const { text } = end.source.section;
  const glue = text === "" || text.endsWith("\n") ? "" : "\n";
  return {
    uri: end.source.uri,
    creates: [],
    edits: [...changed, { ...end, text: joined([verbatim(glue), lines]) }],
  };
}

/** Lines of sysctl.conf with a comment above each. */
function linesFor(needs: readonly KernelNeed[]): Text {
  return joined(needs.flatMap(({ key, value, why }) => [verbatim("# "), why, verbatim(`\n${key} = ${value}\n`)]));
}

/** The value in a file of settings that decides of a key; a script that sets it is left alone. */
function ownValue(host: Host, key: string): Location | undefined {
  const entry = effective(host.facts.settings, key)?.entry;
  const isOwn =
    entry !== undefined && !entry.isGlob && filesOf(host).some(({ files }) => files.includes(entry.at.source.uri));
  return isOwn ? entry.valueAt : undefined;
}

function filesOf({ configurations }: Host) {
  return configurations.filter(({ language }) => language.id === "sysctl-conf");
}
