/**
 * keepalived.conf of a given number of lines: sites with two VRRP instances in a sync group and six virtual servers.
 * The same on every run, and clean: neither the daemon nor this project finds fault with it.
 *
 *   node bench/documents/keepalived.ts LINES > keepalived.conf
 */
import { Random } from "./random.ts";

const head = `! keepalived.conf, generated
! managed by configuration management

global_defs {
    router_id LVS_EDGE_1
    notification_email {
        ops@example.com
        noc@example.com
    }
    notification_email_from keepalived@example.com
    smtp_server 127.0.0.1
    smtp_connect_timeout 30
    vrrp_garp_master_delay 5
    vrrp_garp_interval 0.001
    script_user root
    enable_script_security
    dynamic_interfaces
    max_auto_priority
}

vrrp_script chk_haproxy {
    script "/usr/bin/pgrep haproxy"
    interval 2
    timeout 2
    fall 3
    rise 2
}

vrrp_script chk_net {
    script "/usr/bin/test -e /sys/class/net"
    interval 5
}
`.split("\n");

const names = ["api", "web", "auth", "static", "img", "cart", "search", "users", "orders", "admin"];
/** One for each virtual server of a site. */
const ports = [80, 443, 8080, 8443, 9000, 9443];
/** Those that look at weights. */
const weighted = ["wrr", "wlc"];
/** Instances on one interface; a virtual router id must not stand twice on it. */
const instancesPerInterface = 200;

/** A configuration of exactly `lines` lines, if that is more than the fixed head has. */
export function keepalivedText(lines: number): string {
  const made = [...head];
  const site = new Sites();
  for (;;) {
    const next = site.next();
    if (made.length + next.length > lines) break;
    made.push(...next);
  }
  for (let number = 1; made.length < lines; number++) made.push(`# -- reserved ${number}: parsed by the inventory`);
  return `${made.join("\n")}\n`;
}

class Sites {
  readonly #random = new Random(1);
  #sites = 0;
  #instances = 0;
  #subnets = 0;
  #servers = 0;

  next(): string[] {
    const number = ++this.#sites;
    const inside = `VI_${number}_INT`;
    const outside = `VI_${number}_EXT`;
    // The same for both, or each might have its master on another node.
    const priority = 100 + this.#random.below(100);
    const held = this.#addresses();
    return [
      `! --- site ${number} ${"-".repeat(40)}`,
      `vrrp_sync_group VG_${number} {`,
      "    group {",
      `        ${inside}`,
      `        ${outside}`,
      "    }",
      '    notify_master "/usr/bin/true master"',
      '    notify_backup "/usr/bin/true backup"',
      "    smtp_alert",
      "}",
      "",
      ...this.#instance(inside, priority, this.#addresses()),
      ...this.#instance(outside, priority, held),
      ...ports.flatMap((port, index) => this.#virtualServer(held[index % held.length] ?? "", port)),
    ];
  }

  /** Some addresses that no other instance has. */
  #addresses(): string[] {
    const number = this.#subnets++;
    const subnet = `10.${100 + Math.floor(number / 250)}.${number % 250}`;
    return Array.from({ length: 1 + this.#random.below(3) }, (_, index) => `${subnet}.${10 + index}`);
  }

  #instance(name: string, priority: number, addresses: readonly string[]): string[] {
    const number = this.#instances++;
    const device = `eth${Math.floor(number / instancesPerInterface)}`;
    const own = `10.${50 + Math.floor(number / 250)}.${number % 250}`;
    return [
      `vrrp_instance ${name} {`,
      "    state BACKUP",
      `    interface ${device}`,
      `    virtual_router_id ${1 + (number % instancesPerInterface)}`,
      `    priority ${priority}`,
      "    advert_int 1",
      "    garp_master_delay 10",
      "    garp_master_repeat 3",
      "    garp_master_refresh 60",
      '    notify_fault "/usr/bin/true fault"',
      "    preempt_delay 30",
      `    unicast_src_ip ${own}.1`,
      "    unicast_peer {",
      `        ${own}.2`,
      `        ${own}.3`,
      "    }",
      "    virtual_ipaddress {",
      ...addresses.map((address) => `        ${address}/24 dev ${device}`),
      "    }",
      "    track_script {",
      "        chk_haproxy",
      "        chk_net",
      "    }",
      "}",
      "",
    ];
  }

  #virtualServer(address: string, port: number): string[] {
    const random = this.#random;
    const number = this.#servers++;
    const algorithm = random.pick(["rr", "wrr", "lc", "wlc", "sh"]);
    const method = random.pick(["NAT", "DR", "TUN"]);
    const made = [
      `# service ${random.pick(names)}-${number}`,
      `virtual_server ${address} ${port} {`,
      "    delay_loop 6",
      `    lb_algo ${algorithm}`,
      `    lb_kind ${method}`,
      `    persistence_timeout ${50 + random.below(300)}`,
      "    protocol TCP",
    ];
    if (random.below(3) === 0) made.push("    quorum 1", "    hysteresis 0", "    alpha");
    made.push(`    sorry_server 192.0.2.250 ${port}`, "");
    const checker = random.below(3);
    for (let server = 1, count = 2 + random.below(4); server <= count; server++) {
      const weight = weighted.includes(algorithm) ? 1 + random.below(100) : 10;
      made.push(`    real_server 192.168.${number % 250}.${10 + server} ${port} {`, `        weight ${weight}`);
      made.push("        inhibit_on_failure");
      made.push(...(checker === 0 ? this.#tcpCheck(port) : this.#httpCheck(server)), "    }");
    }
    return [...made, "}", ""];
  }

  #tcpCheck(port: number): string[] {
    return [
      "        TCP_CHECK {",
      "            connect_timeout 3",
      "            retry 2",
      "            delay_before_retry 1 # seconds",
      `            connect_port ${port}`,
      "        }",
    ];
  }

  #httpCheck(server: number): string[] {
    const digest = this.#random
      .below(2 ** 30)
      .toString(16)
      .padStart(8, "0")
      .repeat(4);
    return [
      "        HTTP_GET {",
      "            url {",
      `                path /${this.#random.pick(names)}/health?node=${server}`,
      "                status_code 200",
      "            }",
      "            url {",
      "                path /",
      `                digest ${digest}`,
      "            }",
      "            connect_timeout 3",
      "            retry 3",
      "            delay_before_retry 2",
      "        }",
    ];
  }
}

if (import.meta.main) process.stdout.write(keepalivedText(Number(process.argv[2] ?? 1000)));
