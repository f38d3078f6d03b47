/** Our snippets as they are when a user inserts them and changes nothing, each in a file in which it makes sense. */
import fs from "node:fs";
import path from "node:path";

export interface Snippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

export function readSnippets(language: string): readonly Snippet[] {
  const file = path.join(import.meta.dirname, "..", "..", "snippets", `${language}.json`);
  const snippets = JSON.parse(fs.readFileSync(file, "utf8")) as Readonly<Record<string, Omit<Snippet, "name">>>;
  return Object.entries(snippets).map(([name, snippet]) => ({ name, ...snippet }));
}

/** The text that a snippet inserts: each placeholder with its default, or the first of its choices. */
export function expand(body: string): string {
  const defaults = new Map<string, string>();
  let at = 0;
  const read = (until: string): string => {
    let text = "";
    while (at < body.length && body[at] !== until) {
      const rest = body.slice(at);
      const escaped = /^\\([\\$}])/.exec(rest);
      const mirror = /^\$(\d+)/.exec(rest);
      const choice = /^\$\{(\d+)\|([^|]*)\|\}/.exec(rest);
      const placeholder = /^\$\{(\d+):/.exec(rest);
      const [found = body.charAt(at), first = "", choices = ""] = escaped ?? mirror ?? choice ?? placeholder ?? [];
      at += found.length;
      if (escaped !== null) text += first;
      else if (mirror !== null) text += defaults.get(first) ?? "";
      else if (choice !== null) {
        defaults.set(first, choices.split(",")[0] ?? "");
        text += defaults.get(first) ?? "";
      } else if (placeholder !== null) {
        const value = read("}");
        at++;
        defaults.set(first, value);
        text += value;
      } else text += found;
    }
    return text;
  };
  return read("");
}

const instance = (inside: string, outside = "") => `${outside}
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
${inside}
}
`;

const holder = instance("");
const secure = "global_defs {\n    enable_script_security\n    script_user root\n}\n";
const chkScript = "vrrp_script chk_service {\n    script /usr/bin/true\n    interval 2\n    timeout 1\n}\n";
const chkProcess = "vrrp_track_process chk_haproxy {\n    process haproxy\n}\n";
const chkFile = "track_file drain {\n    file /etc/keepalived/drain\n}\n";
const chkSession = "bfd_instance uplink {\n    neighbor_ip 192.0.2.254\n    source_ip 192.0.2.1\n}\n";
const here = "SNIPPET";

const service = (inside: string, { port = "80", protocol = "TCP" } = {}) => `${secure}${holder}
virtual_server 192.0.2.10 ${port} {
    lvs_sched rr
    lvs_method DR
    protocol ${protocol}
${inside}
}
`;

/** What stands around a snippet, by prefix; nothing around the others. */
const around: Readonly<Record<string, string>> = {
  "vrrp-sync-group": ["1", "2"]
    .map((number) =>
      instance("").replaceAll("_1", `_${number}`).replace("51", `5${number}`).replace(".10/", `.1${number}/`),
    )
    .concat(here)
    .join(""),
  "vrrp-script": `${secure}${here}${instance("    track_script {\n        chk_service\n    }")}`,
  "track-script": instance(here, secure + chkScript),
  "vrrp-track-process": `${here}${instance("    track_process {\n        chk_haproxy\n    }")}`,
  "track-process": instance(here, chkProcess),
  "vrrp-track-file": `${here}${instance("    track_file {\n        drain\n    }")}`,
  "track-file": instance(here, chkFile),
  "track-interface": instance(here),
  "notify-scripts": instance(here, secure),
  "bfd-instance": `${here}${instance("    track_bfd {\n        uplink\n    }")}`,
  "track-bfd": instance(here, chkSession),
  "virtual-server-dr": holder + here,
  "virtual-server-nat": holder + here,
  "virtual-server-tun": holder + here,
  "virtual-server-group": holder.replace("192.0.2.10/24", "192.0.2.10/24\n        192.0.2.11/24") + here,
  "real-server-tcp": service(here),
  "real-server-http": service(here),
  "real-server-ssl": service(here, { port: "443" }),
  "real-server-smtp": service(here, { port: "25" }),
  "real-server-misc": service(here),
  "real-server-dns": service(here, { port: "53", protocol: "UDP" }),
  "real-server-udp": service(here, { port: "514", protocol: "UDP" }),
  "real-server-ping": service(here),
  "seq-addresses": instance("").replace("192.0.2.10/24", here),
  "seq-real-servers": service(here),
  "node-conditions": instance(here),
};

/** A whole configuration with the snippet in it. */
export function fileWith(snippet: Snippet): string {
  const text = `${expand(snippet.body.join("\n")).trimEnd()}\n`;
  return (around[snippet.prefix] ?? here).replace(here, () => text);
}

/** Prefixes that something is put around, so that a test can tell when one has no snippet any more. */
export const wrapped: readonly string[] = Object.keys(around);
