/** Makes the entry of a key: its example lines from its kind, its facts from how interfaces and `all` combine. */
import { arg, type Keyword } from "../../../schema/spec.ts";
import { type Text, text } from "../../../text/localized.ts";
import { assignment } from "../values/assignment.ts";
import { combinationOf, combinations } from "./combinations.ts";
import type { Kind } from "./kinds.ts";

const manuals = {
  ip: "https://docs.kernel.org/networking/ip-sysctl.html",
  ipvs: "https://docs.kernel.org/networking/ipvs-sysctl.html",
  conntrack: "https://docs.kernel.org/networking/nf_conntrack-sysctl.html",
  net: "https://docs.kernel.org/admin-guide/sysctl/net.html",
  fs: "https://docs.kernel.org/admin-guide/sysctl/fs.html",
  vm: "https://docs.kernel.org/admin-guide/sysctl/vm.html",
};

export interface Facts {
  readonly default?: string | Text;
  /** The kernel that brought it. */
  readonly since?: string;
  readonly removed?: Keyword["removed"];
  readonly manual?: keyof typeof manuals;
}

const interfaces = text("`all` and the interface", "`all` 与接口");

/** An entry; a `*` in the name stands for an interface, `all` or `default`. */
export function key(name: string, kind: Kind, doc: Text, facts: Facts = {}): Keyword {
  const star = name.split(".").indexOf("*");
  const combination = combinationOf(name);
  const written = name.replace("*", "all");
  return {
    name,
    ...(star === -1 ? {} : { pattern: true }),
    ...(kind.isText === true ? { exact: true } : {}),
    args: [arg("value", assignment(kind, star === -1 ? undefined : star))],
    ...(facts.default === undefined ? {} : { default: facts.default }),
    ...(facts.removed === undefined ? {} : { removed: facts.removed }),
    ...(combination === undefined ? {} : { rows: [{ label: interfaces, value: combinations[combination] }] }),
    since: facts.since ?? "2.6",
    doc,
    link: manuals[facts.manual ?? "ip"],
    ok: kind.ok.map((value) => `${written} = ${value}`.trimEnd()),
    bad: kind.bad.map((value) => `${written} = ${value}`),
  };
}
