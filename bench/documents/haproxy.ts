/**
 * haproxy.cfg of a given number of lines: sites with a frontend and two backends each. The same on every run, and
 * clean: neither the daemon nor this project finds fault with it.
 *
 *   node bench/documents/haproxy.ts LINES > haproxy.cfg
 */
import { Random } from "./random.ts";

const head = `# haproxy.cfg, generated
# managed by configuration management

global
    log stdout format raw local0
    maxconn 20000

defaults
    mode http
    log global
    option httplog
    option dontlognull
    timeout connect 5s
    timeout client 30s
    timeout server 30s
    timeout http-request 10s
    timeout queue 1m

backend per_ip
    stick-table type ip size 100k expire 10m store http_req_rate(10s),conn_cur
`.split("\n");

const names = ["api", "web", "auth", "static", "img", "cart", "search", "users", "orders", "admin"];
const algorithms = ["leastconn", "leastconn", "source", "uri"];

/** A configuration of exactly `lines` lines, if that is more than the fixed head has. */
export function haproxyText(lines: number): string {
  const made = [...head];
  const sites = new Sites();
  for (;;) {
    const next = sites.next();
    if (made.length + next.length > lines) break;
    made.push(...next);
  }
  for (let number = 1; made.length < lines; number++) made.push(`# -- reserved ${number}: parsed by the inventory`);
  return `${made.join("\n")}\n`;
}

class Sites {
  readonly #random = new Random(1);
  #sites = 0;

  next(): string[] {
    const number = ++this.#sites;
    const host = `${this.#random.pick(names)}-${number}.example.com`;
    return [
      `# --- site ${number} ${"-".repeat(40)}`,
      `frontend fe_${number}`,
      `    bind 10.${1 + Math.floor(number / 62_500)}.${Math.floor(number / 250) % 250}.${number % 250}:80`,
      "    option forwardfor",
      "    acl is_api path_beg /api/ /v1/",
      `    acl is_here req.hdr(host),host_only -i ${host} www.${host}`,
      "    acl is_inside src 10.0.0.0/8 192.168.0.0/16",
      "    http-request track-sc0 src table per_ip",
      "    http-request deny deny_status 429 if { sc_http_req_rate(0,per_ip) gt 100 } !is_inside",
      "    http-request deny deny_status 403 if { path_beg /admin } !is_inside",
      "    http-request set-header X-Forwarded-Proto http",
      "    http-request set-var(txn.host) req.hdr(host),field(1,:),lower",
      `    http-response set-header X-Site "${number} %[var(txn.host)]"`,
      `    use_backend be_${number}_api if is_api is_here`,
      `    default_backend be_${number}_web`,
      "",
      ...this.#backend(`be_${number}_web`, number),
      ...this.#backend(`be_${number}_api`, number),
    ];
  }

  #backend(name: string, site: number): string[] {
    const random = this.#random;
    const made = [
      `backend ${name}`,
      `    balance ${random.pick(algorithms)}`,
      "    option httpchk",
      `    http-check send meth GET uri /${random.pick(names)}/health`,
      "    http-check expect status 200",
      "    cookie SRV insert indirect nocache httponly",
      "    default-server check inter 2s fall 3 rise 2",
    ];
    if (random.below(3) === 0) made.push("    retries 2", "    option redispatch", "    timeout server 1m");
    for (let server = 1, count = 2 + random.below(4); server <= count; server++) {
      const weight = 1 + random.below(100);
      made.push(`    server s${server} 192.168.${site % 250}.${10 + server}:8080 weight ${weight} cookie s${server}`);
    }
    return [...made, ""];
  }
}

if (import.meta.main) process.stdout.write(haproxyText(Number(process.argv[2] ?? 1000)));
