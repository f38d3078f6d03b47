/**
 * Lets packets through a packet filter. What is written is read again and judged: lines that would not help, because
 * something else of the file decides, are not offered.
 */
import { judgeAdvert } from "../../../hostFiles/firewall/judge.ts";
import type { Ruleset } from "../../../hostFiles/firewall/ruleset.ts";
import { readHostFile } from "../../../hostFiles/readers.ts";
import type { Writing } from "../../../model/companion.ts";
import type { Firewall } from "../../../model/facts.ts";
import { fill, joined, say, type Text, verbatim } from "../../../text/localized.ts";
import { decodedUri } from "../../../text/uri.ts";
import { type FirewallFormat, firewallFormats, type LinePlace, nftables, reasonOf } from "./firewallLines.ts";
import { advertsOf, type Flow } from "./incomingPackets.ts";

/** The flows that a filter does not let in for sure. */
export function blockedFlows({ ruleset, source }: Firewall, flows: readonly Flow[]): readonly Flow[] {
  const content = source.section.text;
  const format = formatOf(source.uri);
  return flows.filter((flow) => {
    if (format === undefined || !ruleset.families.includes(flow.family)) return false;
    if (format.lines(flow).every((line) => content.includes(line))) return false;
    const adverts = advertsOf(flow);
    // The judge knows adverts; of other packets only a policy tells that nothing comes in unasked.
    if (adverts.length === 0) return inputBases(ruleset, flow).some(({ policy }) => policy === "drop");
    return adverts.some((advert) => judgeAdvert(ruleset, advert).kind !== "accepts");
  });
}

/** The lines that let flows in, where they count; undefined where no place was found at which they do. */
export function firewallEdit({ ruleset, source }: Firewall, flows: readonly Flow[]): Writing | undefined {
  const content = source.section.text;
  const format = formatOf(source.uri);
  const [flow] = flows;
  if (format === undefined || flow === undefined) return undefined;
  for (const { chain, end } of inputBases(ruleset, flow)) {
    const firstRule = ruleset.chains.get(chain)?.rules[0]?.start;
    for (const place of format.places(content, { firstRule, head: end })) {
      const lines = linesAt(format, flows, place);
      const glue = place.offset > 0 && content[place.offset - 1] !== "\n" ? "\n" : "";
      const added = joined([verbatim(glue), lines]);
      const after = content.slice(0, place.offset) + say(added, "en") + content.slice(place.offset);
      if (letsIn(source.uri, after, flows)) return { source, start: place.offset, end: place.offset, text: added };
    }
  }
  return undefined;
}

/** The filter's chains of incoming packets, the plain one before those for marks and addresses. */
function inputBases({ bases }: Ruleset, { family }: Flow) {
  return bases
    .filter(({ hook, families }) => hook === "input" && families.includes(family))
    .sort((a, b) => Math.abs(a.priority) - Math.abs(b.priority));
}

function linesAt(format: FirewallFormat, flows: readonly Flow[], { lead }: LinePlace): Text {
  const indent = /^[ \t]*/.exec(lead)?.[0] ?? "";
  const seen = new Set<string>();
  return joined(
    flows.flatMap((flow) => {
      const lines = format.lines(flow).filter((line) => !seen.has(line));
      for (const line of lines) seen.add(line);
      if (lines.length === 0) return [];
      const comment = fill(verbatim(`${indent}{0}\n`), format.comment(reasonOf(flow)));
      return [comment, ...lines.map((line) => verbatim(`${lead}${line}\n`))];
    }),
  );
}

function letsIn(uri: string, content: string, flows: readonly Flow[]): boolean {
  const found = readHostFile(decodedUri(uri), content).filter((fact) => fact.kind === "firewall");
  return found.some(({ ruleset }) =>
    flows.flatMap(advertsOf).every((advert) => judgeAdvert(ruleset, advert).kind !== "drops"),
  );
}

/**
 * A file of nftables for a host that shows no packet filter. Another table's accept is no use where one drops (nft(8),
 * "Chains"), so the rules go into the chain that most systems have.
 */
export function newFirewallFile(flows: readonly Flow[], preface: readonly Text[]): Text {
  const lead = " ".repeat(8);
  return joined([
    ...preface.map((line) => fill(verbatim("# {0}\n"), line)),
    verbatim("table inet filter {\n    chain input {\n        type filter hook input priority filter;\n"),
    linesAt(nftables, flows, { offset: 0, lead }),
    verbatim("    }\n}\n"),
  ]);
}

function formatOf(uri: string): FirewallFormat | undefined {
  return firewallFormats.find(({ files }) => files.test(uri));
}
