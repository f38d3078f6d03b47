/**
 * What we say of packet filters against what the kernel does: each ruleset is loaded in a network namespace, adverts are
 * sent through it both ways, and what came through is compared. A certain verdict must be the kernel's; so must one that
 * was given without knowing the interface or the addresses.
 *
 *   node test/conformance/firewall/run.ts [--only TEXT]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { requireDebian } from "../../../scripts/debian.ts";
import type { HostFact } from "../../../server/src/core/hostFiles/facts.ts";
import { judgeAdvert } from "../../../server/src/core/hostFiles/firewall/judge.ts";
import type { Advert } from "../../../server/src/core/hostFiles/firewall/matches.ts";
import { readHostFile } from "../../../server/src/core/hostFiles/readers.ts";
import { parseAddress } from "../../../server/src/core/net/address.ts";
import { namespaceShell, quote } from "../namespace.ts";
import { cases, type FirewallCase } from "./cases.ts";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });

requireDebian(["nftables", "iptables", "iproute2", "perl-base"]);

/** How each form is called on a host, and loaded. */
const forms: Readonly<Record<FirewallCase["form"], { readonly path: string; readonly load: string }>> = {
  nft: { path: "etc/nftables.conf", load: "nft -f" },
  save: { path: "etc/iptables/rules.v4", load: "iptables-restore" },
  save6: { path: "etc/iptables/rules.v6", load: "ip6tables-restore" },
  script: { path: "firewall.sh", load: "sh" },
};

/** The adverts in the order of `probe.pl`. */
function adverts(): readonly (Advert & { readonly name: string })[] {
  const kinds: readonly (readonly [4 | 6, 112 | 51, boolean])[] = [
    [4, 112, true],
    [4, 112, false],
    [6, 112, true],
    [6, 112, false],
    [4, 51, true],
    [4, 51, false],
  ];
  return (["in", "out"] as const).flatMap((direction) =>
    [0, 1].flatMap((number) =>
      kinds.map(([family, protocol, isMulticast]) => {
        const host = (last: number) => (family === 4 ? `10.0.${number}.${last}` : `fe80::${last}`);
        const [source, peer] = direction === "in" ? [host(2), host(1)] : [host(1), host(3)];
        const group = family === 4 ? "224.0.0.18" : "ff02::12";
        const destination = isMulticast ? group : peer;
        return {
          name: `${direction} ${source} > ${destination} eth${number} protocol ${protocol}`,
          direction,
          family,
          protocol,
          interface: `eth${number}`,
          source: parseAddress(source),
          destination: parseAddress(destination),
        };
      }),
    ),
  );
}

/** Two interfaces, each with a link to a second namespace. Neighbours are known, for a filter may drop who asks. */
const setUp = [
  "set -e",
  "mount -t tmpfs tmpfs /run && mkdir -p /run/netns && ip link set lo up && ip netns add peer",
  ...[0, 1].flatMap((n) => {
    const [here, there] = [`02:00:00:00:0${n}:01`, `02:00:00:00:0${n}:02`];
    return [
      `ip link add eth${n} address ${here} type veth peer name peer${n} address ${there} netns peer`,
      `ip link set eth${n} addrgenmode none up && ip -n peer link set peer${n} addrgenmode none up`,
      `ip addr add 10.0.${n}.1/24 dev eth${n} && ip addr add fe80::1/64 dev eth${n} nodad`,
      `ip -n peer addr add 10.0.${n}.2/24 dev peer${n} && ip -n peer addr add fe80::2/64 dev peer${n} nodad`,
      ...[`10.0.${n}.3`, "fe80::3"].map((to) => `ip neigh add ${to} lladdr ${there} dev eth${n} nud permanent`),
      ...[`10.0.${n}.1`, "fe80::1"].map((to) => `ip -n peer neigh add ${to} lladdr ${here} dev peer${n} nud permanent`),
    ];
  }),
  "set +e",
];

/** One line for each case: a letter for each advert, or "refused". */
function askKernel(asked: readonly FirewallCase[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "firewall-"));
  try {
    const probe = quote(join(import.meta.dirname, "probe.pl"));
    const commands = asked.flatMap(({ form, text }, number) => {
      const file = join(folder, String(number));
      writeFileSync(file, text);
      return [
        "nft flush ruleset",
        `if ${forms[form].load} ${quote(file)} >&2; then perl ${probe}; else echo refused; fi`,
      ];
    });
    const [program = "", ...args] = namespaceShell();
    const input = `${[...setUp, ...commands].join("\n")}\n`;
    const { stdout, stderr } = spawnSync(program, [...args, "-s"], { input, encoding: "utf8", timeout: 60_000 });
    const lines = stdout.split("\n").filter((line) => line !== "");
    if (lines.length !== asked.length)
      throw new Error(`The kernel was asked ${asked.length}, said ${lines.length}.\n${stderr}`);
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Our verdict on the whole host, as letters: several facts of a file are several families. */
function ourLetter(facts: readonly HostFact[], advert: Advert): "a" | "d" | "?" {
  const kinds = facts.flatMap((fact) => (fact.kind === "firewall" ? judgeAdvert(fact.ruleset, advert).kind : []));
  if (kinds.includes("drops")) return "d";
  return kinds.includes("unknown") ? "?" : "a";
}

/** The advert as somebody knows it who has not all files. */
function partial(advert: Advert): readonly Advert[] {
  return [
    { ...advert, interface: undefined },
    { ...advert, source: undefined },
    { ...advert, destination: undefined },
    { ...advert, interface: undefined, source: undefined, destination: undefined },
  ];
}

const hasFilter =
  spawnSync(namespaceShell()[0] ?? "", [...namespaceShell().slice(1), "-c", "nft add table inet t"]).status === 0;
const wanted = cases.filter(({ name }) => name.includes(values.only));
const counts = { passed: 0, failed: 0, open: 0 };

if (hasFilter) {
  const lines = askKernel(wanted);
  for (const [number, one] of wanted.entries()) compare(one, lines[number] ?? "");
  console.log(
    `${wanted.length} rulesets, ${adverts().length} adverts each; ${counts.open} verdicts left open by the file`,
  );
  console.log(`${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
} else {
  console.log("This kernel has no nf_tables.");
  console.log(`0 passed, 0 failed, ${wanted.length * adverts().length} skipped`);
}
if (counts.failed > 0) process.exitCode = 1;

function compare(one: FirewallCase, line: string): void {
  const facts = readHostFile(forms[one.form].path, one.text);
  const title = `${one.form}: ${one.name}`;
  if (line === "refused" || !facts.some((fact) => fact.kind === "firewall")) {
    counts.failed++;
    console.log(`${title}: ${line === "refused" ? "the kernel refuses it" : "we find no firewall"}`);
    return;
  }
  for (const [number, advert] of adverts().entries()) {
    const kernel = line[number];
    const ours = ourLetter(facts, advert);
    const isMissed = ours === "?" && one.isOpen !== true;
    const wrong = [advert, ...partial(advert)]
      .map((known) => ourLetter(facts, known))
      .filter((letter) => letter !== "?");
    if (isMissed || wrong.some((letter) => letter !== kernel)) {
      counts.failed++;
      console.log(
        `${title}: ${advert.name}: kernel ${kernel}, ours ${ours}${ours === kernel ? ", wrong where less is known" : ""}`,
      );
    } else if (ours === "?") counts.open++;
    else counts.passed++;
  }
}
