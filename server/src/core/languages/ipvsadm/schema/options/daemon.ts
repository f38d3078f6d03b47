/** Options of the daemons that hand connections over to another director (ipvsadm(8), PARAMETERS). */
import { isMulticast, parseAddress } from "../../../../net/address.ts";
import type { Word } from "../../../../syntax/ast.ts";
import { fill, text } from "../../../../text/localized.ts";
import { type Draft, readNumber } from "../../model/draft.ts";
import { refuse } from "../../model/faults.ts";
import { type Option, option } from "../option.ts";

const messages = {
  range: text('"{0}" is not within {1}–{2}', '"{0}"不在 {1}–{2} 范围内'),
  group: text('"{0}" is not a multicast address', '"{0}"不是组播地址'),
};

/** A number of a range; the value as it was where it is none. */
function number<T>(draft: Draft, value: Word | undefined, least: number, most: number, otherwise: T): number | T {
  if (value === undefined) return otherwise;
  const read = readNumber(value.value, least, most);
  if (read === undefined) refuse(draft, "daemon-value", value, fill(messages.range, value.value, least, most));
  return read ?? otherwise;
}

export const daemonOptions: readonly Option[] = [
  option("--mcast-interface", "mcast-interface", {
    value: "INTERFACE",
    default: "eth0",
    doc: text("Where the daemon sends or listens.", "守护进程收发所用的网络接口。"),
    ok: ["--start-daemon master --mcast-interface lo"],
    bad: ["--stop-daemon master --mcast-interface lo"],
    read(draft, value) {
      if (value !== undefined && value.value !== "") draft.daemonInterface = value.value;
    },
  }),
  option("--syncid", "syncid", {
    value: "ID",
    default: "0",
    doc: text(
      "Only daemons of the same number listen to one another; a backup with 0 listens to all.",
      "只有编号相同的守护进程才相互接收；编号为 0 的 backup 接收所有。",
    ),
    rows: [{ label: text("Range", "范围"), value: "0–255" }],
    ok: ["--start-daemon backup --mcast-interface lo --syncid 5"],
    bad: ["--start-daemon backup --mcast-interface lo --syncid 256"],
    read(draft, value) {
      draft.syncId = number(draft, value, 0, 255, 0);
    },
  }),
  option("--mcast-group", "mcast-group", {
    value: "ADDRESS",
    since: "1.29",
    default: "224.0.0.81",
    doc: text("The multicast group of the daemons.", "守护进程所用的组播组。"),
    ok: ["--start-daemon master --mcast-interface lo --mcast-group 239.1.1.1"],
    bad: ["--start-daemon master --mcast-interface lo --mcast-group 192.0.2.1"],
    read(draft, value) {
      if (value === undefined) return;
      const address = parseAddress(value.value);
      if (address === undefined || !isMulticast(address)) {
        refuse(draft, "daemon-value", value, fill(messages.group, value.value));
      }
      draft.group = value.value;
    },
  }),
  option("--mcast-port", "mcast-port", {
    value: "PORT",
    since: "1.29",
    default: "8848",
    doc: text("The UDP port of the daemons.", "守护进程所用的 UDP 端口。"),
    ok: ["--start-daemon master --mcast-interface lo --mcast-port 8849"],
    bad: ["--start-daemon master --mcast-interface lo --mcast-port 0"],
    read(draft, value) {
      draft.daemonPort = number(draft, value, 1, 65_535, undefined);
    },
  }),
  option("--mcast-ttl", "mcast-ttl", {
    value: "HOPS",
    since: "1.29",
    default: "1",
    doc: text("How many routers the daemon's packets pass.", "守护进程的数据包可经过的路由器数。"),
    ok: ["--start-daemon master --mcast-interface lo --mcast-ttl 2"],
    bad: ["--start-daemon master --mcast-interface lo --mcast-ttl 256"],
    read(draft, value) {
      draft.ttl = number(draft, value, 1, 255, undefined);
    },
  }),
  option("--sync-maxlen", "sync-maxlen", {
    value: "BYTES",
    since: "1.29",
    default: "1472",
    doc: text("How long a message of the daemon may be.", "守护进程单条消息的最大长度。"),
    ok: ["--start-daemon master --mcast-interface lo --sync-maxlen 1400"],
    bad: ["--start-daemon master --mcast-interface lo --sync-maxlen 65508"],
    read(draft, value) {
      draft.maxLength = number(draft, value, 1, 65_507, undefined);
    },
  }),
];
