/** What a rule begins with: the commands of ipvsadm, and which options each of them takes (commands_v_options in ipvsadm.c). */
import type { Keyword, Row } from "../../../schema/spec.ts";
import { type Text, text } from "../../../text/localized.ts";
import type { Takes } from "../syntax/options.ts";
import { link } from "./link.ts";
import type { Group } from "./option.ts";

/** How an option stands to a command: it must be given, it may be, or only one of several may. */
export type Use = "needed" | "allowed" | "one of";

export interface Command {
  readonly names: readonly string[];
  /** What ipvsadm's messages call it. */
  readonly title: string;
  readonly takes: Takes;
  readonly uses: Readonly<Partial<Record<Group, Use>>>;
  /** How it acts on what the kernel holds; `print` only prints, and `leave` ends the reading of a file. */
  readonly acts: "add" | "edit" | "remove" | "clear" | "set" | "zero" | "print" | "leave";
  /** Whether it is about a service, one of its servers, a daemon or something else. */
  readonly on: "service" | "server" | "daemon" | "table" | "timeouts" | "nothing";
  readonly keyword: Omit<Keyword, "args">;
}

interface Facts {
  readonly signature: string;
  readonly takes?: Takes;
  readonly uses?: Command["uses"];
  readonly rows?: readonly Row[];
  readonly since?: string;
  readonly doc: Text;
  readonly ok: readonly string[];
  readonly bad: readonly string[];
}

function command(names: string, title: string, acts: Command["acts"], on: Command["on"], facts: Facts): Command {
  const all = names.split(" ");
  const [name = ""] = all;
  const { signature, takes = "nothing", uses = {}, since = "1.24", doc, ok, bad, rows } = facts;
  const written = `${all.join("|")}${signature === "" ? "" : ` ${signature}`}`;
  const keyword = { name, spelled: all.slice(1), signature: written, since, repeat: true, doc, link, ok, bad };
  return { names: all, title, takes, uses, acts, on, keyword: rows === undefined ? keyword : { ...keyword, rows } };
}

const service = "{-t|-u|--sctp-service} ADDRESS[:PORT]|-f MARK [-6]";

const shape: Command["uses"] = {
  "service-address": "needed",
  scheduler: "allowed",
  persistent: "allowed",
  netmask: "allowed",
  ops: "allowed",
  pe: "allowed",
  "sched-flags": "allowed",
};

const server: Command["uses"] = {
  "service-address": "needed",
  "real-server": "needed",
  "forwarding-method": "allowed",
  weight: "allowed",
  "u-threshold": "allowed",
  "l-threshold": "allowed",
  "tun-type": "allowed",
  "tun-port": "allowed",
  "tun-nocsum": "allowed",
  "tun-csum": "allowed",
  "tun-remcsum": "allowed",
};

export const commands: readonly Command[] = [
  command("-A --add-service", "add-service", "add", "service", {
    signature: `${service} [-s SCHEDULER] [-p [SECONDS]] [-M MASK] [--pe ENGINE] [-b FLAGS] [-o]`,
    uses: shape,
    doc: text("Adds a service. It must not be there yet.", "添加一个服务，该服务不能已经存在。"),
    ok: ["-A -t 192.0.2.2:80 -s rr", "--add-service --udp-service=192.0.2.2:53", "-At 192.0.2.2:80"],
    bad: ["-A -s rr", "-A -t 192.0.2.2:80 -m", "-A -t 192.0.2.1:80", "-A -t 192.0.2.2", "-A -A -t 192.0.2.2:80"],
  }),
  command("-E --edit-service", "edit-service", "edit", "service", {
    signature: `${service} [-s SCHEDULER] [-p [SECONDS]] [-M MASK] [--pe ENGINE] [-b FLAGS] [-o]`,
    uses: shape,
    doc: text(
      "Changes a service that is there. What is not given goes back to its default.",
      "修改已有的服务，未写出的选项恢复为默认值。",
    ),
    ok: ["-E -t 192.0.2.1:80 -s wrr -p 60"],
    bad: ["-E -t 192.0.2.2:80 -s wrr", "-E -t 192.0.2.1:80 -w 5"],
  }),
  command("-D --delete-service", "delete-service", "remove", "service", {
    signature: service,
    uses: { "service-address": "needed" },
    doc: text("Takes a service out, with its servers.", "删除一个服务及其所有服务器。"),
    ok: ["-D -t 192.0.2.1:80"],
    bad: ["-D -t 192.0.2.2:80", "-D -t 192.0.2.1:80 -s rr", "-D"],
  }),
  command("-C --clear", "flush", "clear", "table", {
    signature: "",
    doc: text("Takes all services out.", "清空所有服务。"),
    ok: ["-C", "--clear"],
    bad: ["-C -t 192.0.2.1:80", "-C now"],
  }),
  command("-a --add-server", "add-server", "add", "server", {
    signature: `${service} -r ADDRESS[:PORT] [-g|-i|-m] [-w WEIGHT] [-x CONNECTIONS] [-y CONNECTIONS] [--tun-type TYPE] [--tun-port PORT] [--tun-nocsum|--tun-csum|--tun-remcsum]`,
    uses: server,
    doc: text("Adds a server to a service that is there.", "为已有的服务添加一台服务器。"),
    ok: ["-a -t 192.0.2.1:80 -r 192.0.2.12:80 -m -w 5", "--add-server -t 192.0.2.1:80 --real-server=192.0.2.12"],
    bad: [
      "-a -t 192.0.2.1:80",
      "-a -t 192.0.2.2:80 -r 192.0.2.12",
      "-a -t 192.0.2.1:80 -r 192.0.2.11",
      "-a -t 192.0.2.1:80 -r 192.0.2.12 -s rr",
    ],
  }),
  command("-e --edit-server", "edit-server", "edit", "server", {
    signature: `${service} -r ADDRESS[:PORT] [-g|-i|-m] [-w WEIGHT] [-x CONNECTIONS] [-y CONNECTIONS] [--tun-type TYPE] [--tun-port PORT] [--tun-nocsum|--tun-csum|--tun-remcsum]`,
    uses: server,
    doc: text(
      "Changes a server that is there. What is not given goes back to its default: weight 1, direct routing.",
      "修改已有的服务器，未写出的选项恢复为默认值：权重 1、直接路由。",
    ),
    ok: ["-e -t 192.0.2.1:80 -r 192.0.2.11:80 -m -w 0"],
    bad: ["-e -t 192.0.2.1:80 -r 192.0.2.12:80 -m -w 0", "-e -t 192.0.2.1:80 -m"],
  }),
  command("-d --delete-server", "delete-server", "remove", "server", {
    signature: `${service} -r ADDRESS[:PORT]`,
    uses: { "service-address": "needed", "real-server": "needed" },
    doc: text("Takes a server out of a service.", "从服务中删除一台服务器。"),
    ok: ["-d -t 192.0.2.1:80 -r 192.0.2.11:80"],
    bad: ["-d -t 192.0.2.1:80 -r 192.0.2.12:80", "-d -t 192.0.2.1:80 -r 192.0.2.11:80 -m"],
  }),
  command("--set", "set", "set", "timeouts", {
    signature: "TCP TCPFIN UDP",
    doc: text(
      "Sets the timeouts of TCP connections, of TCP connections after a FIN, and of UDP. 0 leaves one as it is.",
      "设置 TCP 连接、收到 FIN 之后的 TCP 连接以及 UDP 的超时时间，0 表示保持不变。",
    ),
    rows: [{ label: text("Seconds", "秒"), value: "0–2678400" }],
    ok: ["--set 900 120 300", "--set 0 0 60"],
    bad: ["--set 900 120", "--set 900 120 300 60", "--set 15m 2m 5m", "--set 900 120 2678401"],
  }),
  command("--start-daemon", "start-daemon", "add", "daemon", {
    signature:
      "{master|backup} [--mcast-interface INTERFACE] [--syncid ID] [--sync-maxlen BYTES] [--mcast-group ADDRESS] [--mcast-port PORT] [--mcast-ttl HOPS]",
    takes: "value",
    uses: {
      "mcast-interface": "allowed",
      syncid: "allowed",
      "mcast-group": "allowed",
      "mcast-port": "allowed",
      "mcast-ttl": "allowed",
      "sync-maxlen": "allowed",
    },
    doc: text(
      "Starts the daemon that sends connections to other directors (`master`), or the one that takes them in (`backup`). Both may run at once.",
      "启动把连接发送给其他调度器的守护进程（`master`），或接收它们的守护进程（`backup`）。两者可同时运行。",
    ),
    ok: ["--start-daemon master --mcast-interface lo", "--start-daemon=backup --mcast-interface=lo --syncid 7"],
    bad: ["--start-daemon both", "--start-daemon master --mcast-interface lo -t 192.0.2.1:80"],
  }),
  command("--stop-daemon", "stop-daemon", "remove", "daemon", {
    signature: "{master|backup} [--syncid ID]",
    takes: "value",
    uses: { syncid: "allowed" },
    doc: text("Stops one of the daemons.", "停止其中一个守护进程。"),
    ok: [],
    bad: ["--stop-daemon all", "--stop-daemon master --mcast-interface lo"],
  }),
  command("-Z --zero", "zero", "zero", "service", {
    signature: `[${service}]`,
    uses: { "service-address": "allowed" },
    doc: text("Sets the counters of a service, or of all, to zero.", "将某个服务或所有服务的计数清零。"),
    ok: ["-Z", "-Z -t 192.0.2.1:80"],
    bad: ["-Z -t 192.0.2.2:80", "-Z -r 192.0.2.11"],
  }),
  command("-L -l --list", "list", "print", "service", {
    signature: `[${service}] [-n] [-c|--timeout|--daemon] [--stats|--rate|--thresholds|--persistent-conn|--tun-info] [--nosort] [-X]`,
    uses: {
      numeric: "allowed",
      connection: "one of",
      "service-address": "one of",
      timeout: "one of",
      daemon: "one of",
      stats: "allowed",
      rate: "allowed",
      thresholds: "allowed",
      "persistent-conn": "allowed",
      nosort: "allowed",
      syncid: "allowed",
      exact: "allowed",
      "tun-info": "allowed",
    },
    doc: text("Prints the table. Among rules it changes nothing.", "输出规则表。写在规则中不会改变任何内容。"),
    ok: ["-L -n", "-l", "-L -t 192.0.2.1:80"],
    bad: ["-L -c --timeout", "-L -s rr"],
  }),
  command("-S --save", "save", "print", "nothing", {
    signature: "[-n]",
    uses: { numeric: "allowed" },
    doc: text(
      "Prints the table as rules. Among rules it changes nothing.",
      "以规则形式输出。写在规则中不会改变任何内容。",
    ),
    ok: ["-S -n"],
    bad: ["-S -c"],
  }),
  command("-R --restore", "restore", "leave", "nothing", {
    signature: "",
    doc: text("Reads rules. Within rules it ends the reading.", "读取规则。写在规则中会终止读取。"),
    ok: [],
    bad: ["-R", "-R -n"],
  }),
  command("-h --help", "help", "leave", "nothing", {
    signature: "",
    doc: text("Prints a summary. Within rules it ends the reading.", "输出用法。写在规则中会终止读取。"),
    ok: [],
    bad: ["-h", "--help"],
  }),
  command("-v --version", "version", "leave", "nothing", {
    signature: "",
    doc: text("Prints the version. Within rules it ends the reading.", "输出版本。写在规则中会终止读取。"),
    ok: [],
    bad: ["-v"],
  }),
];

const byName = new Map(commands.flatMap((one) => one.names.map((name) => [name, one] as const)));

/** The command of a name, whichever of its names that is. */
export function findCommand(name: string): Command | undefined {
  return byName.get(name);
}
