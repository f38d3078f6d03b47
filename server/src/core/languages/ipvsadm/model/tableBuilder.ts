/** Carries out one rule after the other on a table in memory. */
import type { Bound } from "../../../schema/bound.ts";
import type { Severity } from "../../../schema/problem.ts";
import { fill, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import type { Group } from "../schema/option.ts";
import { serverName, serviceName } from "./bindNames.ts";
import { valueBehind } from "./checkEntry.ts";
import type { Draft, Effect } from "./draft.ts";
import { type RuleLine, ruleOf } from "./rule.ts";
import type { Outcome, Server, Service, SyncDaemon, Table, TableFault, Timeouts } from "./table.ts";
import { makeServer, makeService, placesOf } from "./tableEntries.ts";

const messages = {
  unknown: text('No service "{0}" is there at this line', '到这一行为止没有服务"{0}"'),
  twice: text('A service "{0}" is there already', '服务"{0}"已存在'),
  noServer: text('The service has no server "{0}" at this line', '到这一行为止该服务没有服务器"{0}"'),
  serverTwice: text('The service has a server "{0}" already', '该服务已有服务器"{0}"'),
  running: text('The "{0}" daemon runs already', '"{0}"守护进程已在运行'),
  stopped: text('No "{0}" daemon has been started above', '前面没有启动过"{0}"守护进程'),
  mixed: text(
    "Servers of the other IP version and a synchronization daemon exclude each other",
    "另一种 IP 版本的服务器与同步守护进程不能并存",
  ),
  resets: text('Without "{0}" it goes back from {1} to {2}', '不写"{0}"会从 {1} 恢复为 {2}'),
};

interface Line {
  readonly bound: Bound;
  readonly rule: RuleLine;
  readonly entry: Draft;
}

type Mutable = { -readonly [Key in keyof Service]: Service[Key] } & { list: Map<string, Server> };

/** What a rule came to: nothing where it was carried out. */
type Result = TableFault | undefined;

export class TableBuilder {
  readonly #services = new Map<string, Mutable>();
  readonly #daemons = new Map<string, SyncDaemon>();
  readonly #outcomes: Outcome[] = [];
  readonly #faults: TableFault[] = [];
  #timeouts: Timeouts = { tcp: 900, tcpFin: 120, udp: 300, bound: undefined };
  /** Services and servers that a rule was to add which was not carried out: what needs them is its fault. */
  readonly #failed = new Set<string>();
  readonly #touched = new Set<string>();
  /** Services with a rule of which the host decides whether it is carried out. */
  readonly #unsure = new Set<string>();
  /** Whether the table was empty before, as far as the file tells: it begins with a service, or clears all. */
  #known: boolean | undefined;
  /** Whether the line at hand does on any host what it does here. */
  #certain = true;
  /** A rule was read of which only the host knows what it does. */
  #doubtful = false;

  line(bound: Bound): void {
    if (bound.statement.words.length === 0) return;
    const rule = ruleOf(bound.statement);
    const line: Line = { bound, rule, entry: rule.entry };
    const { command, effect, entry } = rule;
    if (
      this.#known === undefined &&
      command?.acts !== "print" &&
      (command?.on === "service" || command?.on === "server" || command?.on === "table")
    ) {
      this.#known = (command?.acts === "add" && command?.on === "service") || command?.acts === "clear";
    }
    if (command === undefined || effect !== undefined) {
      const isKernel = rule.faults.find((fault) => fault.effect !== undefined)?.kernel === true;
      const dialect = rule.faults.some((one) => one.dialect === true);
      this.#outcomes.push({ bound, effect, kernel: isKernel, certain: entry.certain, dialect, caused: false });
      const service = this.#key(entry);
      if (service !== undefined && command?.acts === "add") {
        this.#failed.add(command.on === "service" ? service : `${service} ${serverName(entry)}`);
        // Without its port it was meant to be any of the services that are named with one.
        if (entry.port === 0 && entry.mark === 0) this.#failed.add(anyPort(entry));
      }
      return;
    }
    this.#certain = entry.certain;
    const before = this.#faults.length;
    const fault = this.#act(line);
    if (fault !== undefined) this.#faults.splice(before, 0, fault);
    const stops: Effect = command.acts === "print" ? "stops" : "skips";
    this.#outcomes.push({
      bound,
      effect: fault === undefined ? undefined : stops,
      kernel: true,
      certain: this.#certain,
      dialect: false,
      caused: fault?.caused === true,
    });
  }

  table(): Table {
    const services = [...this.#services.values()].map(({ list, ...service }) => ({
      ...service,
      servers: [...list.values()],
    }));
    return {
      services,
      timeouts: this.#timeouts,
      daemons: [...this.#daemons.values()],
      outcomes: this.#outcomes,
      faults: this.#faults,
    };
  }

  #act(line: Line): Result {
    const { on, acts } = line.rule.command ?? { on: "nothing", acts: "print" };
    if (on === "table") this.#services.clear();
    if (on === "table") this.#known = true;
    if (on === "timeouts") this.#setTimeouts(line);
    if (on === "daemon") return acts === "add" ? this.#start(line) : this.#stop(line);
    if (on !== "service" && on !== "server") return undefined;
    if (acts !== "add" && !line.entry.given.has("service-address")) return undefined;
    const key = this.#key(line.entry);
    if (key === undefined) {
      this.#doubtful = true;
      return undefined;
    }
    if (!line.entry.certain) this.#unsure.add(key);
    if (this.#unsure.has(key)) this.#certain = false;
    const found = this.#services.get(key);
    if (on === "service" && acts === "add") return this.#addService(line, key, found);
    if (found === undefined) return this.#noService(line, key);
    this.#touched.add(key);
    if (on === "server") return this.#server(line, found);
    if (acts === "remove") this.#services.delete(key);
    if (acts === "edit") this.#editService(line, key, found);
    return undefined;
  }

  #key(entry: Draft): string | undefined {
    const name = serviceName(entry);
    return name === undefined ? undefined : `${name.owner} ${name.name}`;
  }

  #addService(line: Line, key: string, found: Mutable | undefined): Result {
    this.#touched.add(key);
    if (found !== undefined) return fault(line, "duplicate-service", "service-address", messages.twice, found.bound);
    this.#services.set(key, { ...makeService(line.entry, line.bound), servers: [], list: new Map() });
    return undefined;
  }

  #editService(line: Line, key: string, found: Mutable): void {
    const { entry } = line;
    if (!entry.given.has("scheduler") && found.scheduler !== "wlc")
      this.#resets(line, "-s", found.scheduler, "wlc", found.bound);
    if (!entry.given.has("persistent") && found.persistence !== undefined) {
      this.#resets(line, "-p", `${found.persistence.seconds}`, "0", found.bound);
    }
    this.#services.set(key, { ...makeService(line.entry, line.bound), servers: [], list: found.list });
  }

  #noService(line: Line, key: string): Result {
    const code = "unknown-service";
    const [protocol = ""] = key.split(" ");
    const names = [...this.#services.keys()].filter((one) => one.startsWith(`${protocol} `) && !one.endsWith(" -6"));
    const near = nearest(
      key.slice(protocol.length + 1),
      names.map((one) => one.slice(protocol.length + 1)),
    );
    const plain = fault(line, code, "service-address", messages.unknown, undefined);
    const made = near === undefined || protocol === "fwmark" ? plain : { ...plain, near };
    const severity = this.#severity(this.#touched.has(key));
    const isCaused = this.#failed.has(key) || this.#failed.has(anyPort(line.entry));
    return isCaused || this.#doubtful ? { ...made, severity, caused: true } : { ...made, severity };
  }

  /** Of a table that nobody saw nothing is certain. */
  #severity(isTouched: boolean): Severity {
    return this.#known === true || isTouched ? "error" : "information";
  }

  #server(line: Line, service: Mutable): Result {
    const { entry, bound } = line;
    const acts = line.rule.command?.acts;
    const name = serverName(entry);
    if (name === undefined) {
      this.#doubtful = true;
      return undefined;
    }
    const isMixed = entry.serverFamily !== entry.family;
    if (isMixed && acts !== "remove" && this.#daemons.size > 0) {
      this.#certain = false;
      return fault(line, "mixed-family-sync", "real-server", messages.mixed, [...this.#daemons.values()][0]?.bound);
    }
    const found = service.list.get(name);
    if (acts === "add" && found !== undefined) {
      return fault(line, "duplicate-server", "real-server", messages.serverTwice, found.bound);
    }
    if (acts !== "add" && found === undefined) {
      const made = fault(line, "unknown-server", "real-server", messages.noServer, undefined);
      const severity = this.#severity(this.#touched.has(this.#key(entry) ?? ""));
      return this.#doubtful || this.#failed.has(`${this.#key(entry)} ${name}`)
        ? { ...made, severity, caused: true }
        : { ...made, severity };
    }
    if (acts === "remove") service.list.delete(name);
    if (acts === "edit" && found !== undefined) {
      if (!entry.given.has("weight") && found.weight !== 1)
        this.#resets(line, "-w", `${found.weight}`, "1", found.bound);
      const switches = { NAT: "-m", TUN: "-i", DR: "-g" };
      if (!entry.given.has("forwarding-method") && found.method !== "DR") {
        this.#resets(line, switches[found.method], switches[found.method], "-g", found.bound);
      }
    }
    if (acts === "add" || acts === "edit") {
      const made = makeServer(entry, bound);
      if (made !== undefined) service.list.set(name, made);
    }
    return undefined;
  }

  #resets(line: Line, option: string, from: string, to: string, rival: Bound): void {
    this.#faults.push({
      code: "edit-resets",
      at: line.bound.at(line.rule.head ?? line.bound.head),
      message: fill(messages.resets, option, from, to),
      rival: rival.at(rival.title),
    });
  }

  #setTimeouts({ entry, bound }: Line): void {
    const [tcp = 0, tcpFin = 0, udp = 0] = entry.timeouts;
    const old = this.#timeouts;
    this.#timeouts = { tcp: tcp || old.tcp, tcpFin: tcpFin || old.tcpFin, udp: udp || old.udp, bound };
  }

  #start(line: Line): Result {
    const { entry, bound } = line;
    if (entry.daemon === undefined) return undefined;
    // Whether the interface is there, and has an address, only the host knows.
    this.#certain = false;
    const running = this.#daemons.get(entry.daemon);
    const word = bound.values[0]?.word ?? bound.head;
    if (running !== undefined) {
      const message = fill(messages.running, entry.daemon);
      return { code: "daemon-running", at: bound.at(word), message, rival: running.bound.at(running.bound.title) };
    }
    for (const { list, family } of this.#services.values()) {
      const mixed = [...list.values()].find((server) => server.family !== family);
      if (mixed === undefined) continue;
      return {
        code: "mixed-family-sync",
        at: bound.at(word),
        message: messages.mixed,
        rival: mixed.bound.at(mixed.bound.title),
      };
    }
    this.#daemons.set(entry.daemon, {
      state: entry.daemon,
      interface: entry.daemonInterface,
      syncId: entry.syncId,
      group: entry.group,
      port: entry.daemonPort,
      ttl: entry.ttl,
      maxLength: entry.maxLength,
      bound,
      places: placesOf(entry, bound),
    });
    return undefined;
  }

  #stop({ entry, bound }: Line): Result {
    if (this.#daemons.size > 0) this.#certain = false;
    if (entry.daemon === undefined || this.#daemons.delete(entry.daemon)) return undefined;
    const word = bound.values[0]?.word ?? bound.head;
    return {
      code: "daemon-stopped",
      at: bound.at(word),
      message: fill(messages.stopped, entry.daemon),
      severity: "information",
    };
  }
}

/** A service's address whatever its port. */
function anyPort({ protocol, host }: Draft): string {
  return `${protocol} ${host?.text}`;
}

function fault(
  line: Line,
  code: string,
  group: Group,
  message: TableFault["message"],
  rival: Bound | undefined,
): TableFault {
  const { entry, bound } = line;
  const word = valueBehind(entry, entry.given.get(group)) ?? bound.head;
  const name = group === "real-server" ? serverName(entry) : serviceName(entry)?.name;
  const made = { code, at: bound.at(word), message: fill(message, name ?? word.raw) };
  return rival === undefined ? made : { ...made, rival: rival.at(rival.title) };
}
