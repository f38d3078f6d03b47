import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { front, http } from "../examples.ts";

const messages = {
  missing: text(
    'None of the peers is "{0}", which "localpeer" calls this host',
    '没有名为"{0}"的对等节点，而"localpeer"以此称呼本机',
  ),
  empty: text('"{0}" has no peers, so this host cannot be one of them', '"{0}"中没有任何对等节点，本机也不可能在内'),
  local: text("This names the host", "在此指定本机名称"),
};

/** src/cfgparse.c: check_config_validity, "Removing incomplete section". */
export const peersLocalMissing: ConfigurationRule<Globals> = {
  id: "haproxy/peers-local-missing",
  severity: "warning",
  scope: "configuration",
  reads: ["global", "peers"],
  summary: text("A peers section in which this host is missing.", "peers 段中缺少本机。"),
  why: text(
    "HAProxy looks for itself among the peers, by the name that `localpeer` or `-L` gives it and otherwise by the host's name. If it is not there, the section is removed with a warning, and stick tables are kept without being shared.",
    "HAProxy 会在对等节点中查找自己，名称取自 `localpeer` 或 `-L`，否则取主机名。找不到时，会发出警告并移除整个段，粘性表照常使用，但不再同步。",
  ),
  since: "2.8",
  bad: [
    `
global
    localpeer lb1
${http}${front}backend app
    stick-table type ip size 100k expire 10m peers cluster
    server s1 127.0.0.1:8000
peers cluster
#     ^^^^^^^ None of the peers is "lb1", which "localpeer" calls this host
    peer lb-1 127.0.0.1:10000
    peer lb-2 127.0.0.2:10000
`,
  ],
  good: [
    `
global
    localpeer lb1
${http}${front}backend app
    stick-table type ip size 100k expire 10m peers cluster
    server s1 127.0.0.1:8000
peers cluster
    peer lb1 127.0.0.1:10000
    peer lb2 127.0.0.2:10000
`,
  ],
  check(configuration, { report }) {
    const line = configuration.all("localpeer").at(-1);
    const local = line?.values[0];
    for (const block of configuration.all("peers")) {
      if (block.parent !== undefined || block.has("disabled") || mayHoldLines(block) || isUncertain(block, line))
        continue;
      const peers = [...block.all("peer"), ...block.all("server")];
      if (peers.some((peer) => peer.nameWord.unknown === true || isUncertain(peer))) continue;
      if (peers.length === 0 && !configuration.incomplete && block.name !== "") {
        report({ at: block.at(block.nameWord), message: fill(messages.empty, block.name) });
        continue;
      }
      if (line === undefined || local === undefined || local.word.unknown === true) continue;
      const name = String(local.data);
      if (peers.some((peer) => peer.name === name)) continue;
      report({
        at: block.at(block.nameWord),
        message: fill(messages.missing, name),
        related: [{ ...line.at(local.word), message: messages.local }],
      });
    }
  },
};
