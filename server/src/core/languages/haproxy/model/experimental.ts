/** What works only behind `expose-experimental-directives`, by version (calls of mark_tainted in the daemon's source). */
import type { Bound } from "../../../schema/bound.ts";
import type { Range } from "../../../text/range.ts";
import { atLeast } from "../../../text/version.ts";
import { ruleOf } from "../schema/ruleSets.ts";
import type { Address } from "../syntax/inner.ts";

interface Span {
  /** First version for which it is experimental; every version where absent. */
  readonly since?: string;
  /** First version for which it no longer is. */
  readonly until?: string;
}

const keywords: Readonly<Record<string, Span>> = {
  "force-cfg-parser-pause": {},
  "shm-stats-file": { until: "3.4" },
  "shm-stats-file-max-objects": { until: "3.4" },
  trace: { since: "2.7", until: "3.1" },
  "tune.disable-fast-forward": { since: "2.8", until: "3.3" },
  "tune.fd.edge-triggered": {},
  "tune.fd.tables": {},
};

/** Settings of `bind` and `server` lines, perhaps with a certain value only. */
const settings: Readonly<Record<string, Span & { readonly value?: RegExp }>> = {
  ech: {},
  ktls: {},
  nbconn: {},
  proto: { since: "3.4", value: /^qmux$/ },
  "quic-cc-algo": { value: /^nocc/ },
};

const takesSettings = /^(?:bind|dgram-bind|default-bind|server|server-template|default-server|peer|stats socket)$/;

/** The words of a statement that are experimental. */
export function experimentalIn(bound: Bound, version: string): readonly Range[] {
  const name = bound.keyword?.name ?? "";
  if (name === "acme" && bound.parent === undefined) return [bound.title];
  const action = ruleOf(bound.keyword)?.action;
  if (action?.experimental === true) return [bound.named.at(-1) ?? bound.title];
  const span = keywords[name];
  const inGlobal = bound.parent?.keyword?.name === "global";
  if (span !== undefined && inGlobal) return holds(span, version) ? [bound.title] : [];
  return takesSettings.test(name) ? settingsIn(bound, version) : [];
}

function settingsIn(bound: Bound, version: string): readonly Range[] {
  const address = bound.value("address");
  const addresses = (address?.inner as readonly Address[] | undefined) ?? [];
  const found: Range[] = addresses.filter(({ kind }) => kind === "rhttp");
  // QUIC towards servers came with 3.3.
  const isServer = /^server/.test(bound.keyword?.name ?? "");
  if (isServer && address !== undefined && /^quic[46]?@/.test(address.word.value)) found.push(address.word);
  for (const [index, value] of bound.values.entries()) {
    const setting = settings[value.name];
    const argument = bound.values[index + 1];
    if (setting === undefined || value.data !== true || !holds(setting, version)) continue;
    if (setting.value === undefined) found.push(value.word);
    else if (argument?.name === value.name && setting.value.test(argument.word.value)) found.push(argument.word);
  }
  const alpn = bound.value("alpn");
  const isStream = !String(address?.data ?? "").startsWith("quic");
  if (alpn !== undefined && isStream && atLeast(version, "3.4") && /(?:^|,)h3(?:,|$)/.test(String(alpn.data))) {
    found.push(alpn.word);
  }
  return found;
}

function holds({ since, until }: Span, version: string): boolean {
  return (since === undefined || atLeast(version, since)) && (until === undefined || !atLeast(version, until));
}
