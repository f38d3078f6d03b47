/** Options and settings of proxies that newer versions do without, or that became rules. */
import type { Rewrite } from "../../../schema/spec.ts";
import { gone, goneWithCare, raw, safe, siblings, unsafe } from "./lines.ts";
import { takesRules } from "./order.ts";

/** The same syntax, but `block` came before all rules of `http-request` (src/cfgparse-listen.c of 2.0). */
const block: Rewrite = (line) => {
  if (!takesRules(line)) return undefined;
  const text = `http-request deny ${raw(line.words.slice(1))}`;
  return siblings(line, "http-request").above.length === 0 ? safe(text) : unsafe(text);
};

/** The daemon's own advice; in mode tcp such connections were closed at once instead. */
const monitorNet: Rewrite = (line) => {
  const network = line.words[1];
  if (network === undefined || !takesRules(line)) return undefined;
  return unsafe(`http-request return status 200 if { src ${network.raw} }`);
};

export const formerOptions: Readonly<Record<string, Rewrite>> = {
  block,
  "monitor-net": monitorNet,
  // Ignored since 2.1, the option as well as its contrary.
  "option http-tunnel": gone,
  "option http-use-htx": gone,
  // It stopped working in 1.9.
  "option http_proxy": goneWithCare,
  // Of the whole process since 2.5: `grace` in `global`.
  grace: goneWithCare,
};
