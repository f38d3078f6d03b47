/** Outdated lines of haproxy.cfg, and what their fixes make of them. */

const timeouts = "    timeout connect 5s\n    timeout client 30s\n    timeout server 30s\n";
const http = `defaults\n    mode http\n${timeouts}`;
const server = "    server s 192.0.2.11:80\n";

/** The file around some lines, by where they stand. */
const frames: Readonly<Record<string, (lines: string) => string>> = {
  global: (lines) => `global\n${lines}${http}listen l\n    bind :8080\n${server}`,
  defaults: (lines) => `${http}${lines}listen l\n    bind :8080\n${server}`,
  listen: (lines) => `${http}listen l\n    bind :8080\n${lines}${server}`,
  tcp: (lines) => `defaults\n${timeouts}listen l\n    mode tcp\n    bind :8080\n${lines}${server}`,
  alone: (lines) => `${http}listen l\n    bind :8080\n${lines}`,
};

/** `version` is the one for which the line is outdated. */
export type Outcome = readonly [frame: string, version: string, before: string, safety: string, after: string];

const nothing = "";

export const outcomes: readonly Outcome[] = [
  // Other names for the same.
  ["listen", "2.4", "clitimeout 5000", "safe", "timeout client 5000"],
  ["listen", "2.4", "contimeout 4s # short", "safe", "timeout connect 4s # short"],
  ["listen", "2.4", "srvtimeout 5m", "safe", "timeout server 5m"],
  ["listen", "2.4", "timeout clitimeout 5000", "safe", "timeout client 5000"],
  ["defaults", "2.4", "redispatch", "safe", "option redispatch"],
  ["listen", "2.4", "redisp", "safe", "option redispatch"],
  ["listen", "2.4", "option forceclose", "safe", "option httpclose"],
  ["defaults", "2.6", "no option forceclose", "safe", "no option httpclose"],
  ["listen", "3.4", "option accept-invalid-http-request", "safe", "option accept-unsafe-violations-in-http-request"],
  [
    "listen",
    "3.1",
    "no option accept-invalid-http-response",
    "safe",
    "no option accept-unsafe-violations-in-http-response",
  ],
  ["global", "2.6", "tune.ssl.capture-cipherlist-size 100", "safe", "tune.ssl.capture-buffer-size 100"],
  ["global", "3.0", "tune.ssl.ocsp-update.maxdelay 3600", "safe", "ocsp-update.maxdelay 3600"],
  ["global", "3.4", "no-quic", "safe", "tune.quic.listen off"],
  ["listen", "3.4", "http-request set-mark 1", "safe", "http-request set-fc-mark 1"],
  ["listen", "3.4", "http-response set-tos 0x10 if FALSE", "safe", "http-response set-fc-tos 0x10 if FALSE"],
  // QUIC.
  ["global", "3.4", "tune.quic.cc-hystart on", "safe", "tune.quic.fe.cc.hystart on"],
  ["global", "3.5", "tune.quic.frontend.max-tx-mem 1m", "safe", "tune.quic.mem.tx-max 1m"],
  ["global", "3.5", "tune.quic.disable-udp-gso", "safe", "tune.quic.fe.tx.udp-gso off"],
  ["global", "3.4", "tune.quic.socket-owner listener", "safe", "tune.quic.fe.sock-per-conn force-off"],
  ["global", "3.2", "tune.quic.frontend.conn-tx-buffers.limit 30", "safe", nothing],
  // Processes.
  ["global", "2.6", "nbproc 1", "safe", nothing],
  ["global", "2.6", "nbproc 4", "unsafe", "nbthread 4"],
  ["global", "2.6", "nbproc 4\n    nbthread 2", "unsafe", "nbthread 2"],
  ["global", "2.8", "stats bind-process 1", "safe", nothing],
  ["global", "2.6", "tune.chksize 16384", "safe", nothing],
  ["global", "3.4", "master-worker", "unsafe", nothing],
  ["global", "3.5", "tune.takeover-other-tg-connections full", "unsafe", "tune.idle-pool.shared full"],
  ["listen", "2.6", "bind-process odd", "safe", nothing],
  ["listen", "2.6", "bind :81 process 1", "safe", "bind :81"],
  ["listen", "2.8", "bind :81 process all/1-2 tfo", "safe", "bind :81 thread 1-2 tfo"],
  // Servers in the place of options.
  ["alone", "3.4", "dispatch 192.0.2.11:80", "unsafe", "server dispatch 192.0.2.11:80"],
  ["alone", "3.4", "option transparent", "unsafe", "server transparent 0.0.0.0"],
  ["alone", "3.5", "transparent", "unsafe", "server transparent 0.0.0.0"],
  // Rules in the place of options.
  ["listen", "2.4", "block if { path /x }", "safe", "http-request deny if { path /x }"],
  [
    "listen",
    "2.4",
    "http-request allow if { path /x }\n    block unless { src 192.0.2.0/24 }",
    "unsafe",
    "http-request allow if { path /x }\n    http-request deny unless { src 192.0.2.0/24 }",
  ],
  ["listen", "2.4", "monitor-net 192.0.2.0/24", "unsafe", "http-request return status 200 if { src 192.0.2.0/24 }"],
  ["listen", "2.6", "option http-tunnel", "safe", nothing],
  ["listen", "2.6", "no option http-use-htx", "safe", nothing],
  ["listen", "2.6", "option http_proxy", "unsafe", nothing],
  ["listen", "2.6", "grace 1000", "unsafe", nothing],
  // Headers that come in and go.
  ["listen", "2.4", "reqadd X-Proto:\\ https", "safe", "http-request add-header X-Proto https"],
  [
    "listen",
    "2.4",
    "reqadd X-Share:\\ 100%\\ of\\ it if { path / }",
    "safe",
    "http-request add-header X-Share '100%% of it' if { path / }",
  ],
  [
    "listen",
    "2.4",
    "reqadd X-A:\\ 1\n    http-request del-header X-A",
    "unsafe",
    "http-request add-header X-A 1\n    http-request del-header X-A",
  ],
  ["listen", "2.4", "rspadd X-Via:\\ lb", "safe", "http-response add-header X-Via lb"],
  ["listen", "2.4", "reqidel ^X-Debug:.*", "safe", "http-request del-header X-Debug"],
  ["listen", "2.4", "reqdel ^X-Debug:", "unsafe", "http-request del-header X-Debug"],
  ["listen", "2.4", "rspidel ^Server:\\ .*$", "safe", "http-response del-header Server"],
  // Headers that change.
  [
    "listen",
    "2.4",
    "reqrep ^Host:\\ www Host:\\ a.example",
    "unsafe",
    "http-request replace-header Host ^www a.example",
  ],
  [
    "listen",
    "2.4",
    "reqirep ^Host:\\ (.*)\\.old$ Host:\\ \\1.new",
    "unsafe",
    "http-request replace-header Host (?i)(.*)\\.old$ \\1.new",
  ],
  [
    "listen",
    "2.4",
    "rsprep ^Location:\\ http://(.*) Location:\\ https://\\1",
    "unsafe",
    "http-response replace-header Location ^http://(.*) https://\\1",
  ],
  [
    "listen",
    "2.4",
    "rspirep ^(Set-Cookie:.*) \\1;\\ Secure",
    "unsafe",
    "http-response replace-header Set-Cookie (.*) '\\1; Secure'",
  ],
  // Paths.
  ["listen", "2.4", "reqrep ^([^\\ :]*)\\ /app/(.*) \\1\\ /\\2", "unsafe", "http-request replace-path ^/app/(.*) /\\1"],
  [
    "listen",
    "2.4",
    "reqirep ^([^\\ ]*)\\ /app([^\\ ]*)\\ (.*) \\1\\ /new\\2\\ \\3",
    "unsafe",
    "http-request replace-path '(?i)^/app([^ ]*)' /new\\1",
  ],
  // What is let through and what is not.
  ["listen", "2.4", "reqideny ^[^:\\ ]*\\ /admin", "unsafe", "http-request deny if { path -m reg -i ^/admin }"],
  ["listen", "2.4", "reqallow ^GET\\ /pub", "unsafe", "http-request allow if { method GET } { path -m reg ^/pub }"],
  [
    "listen",
    "2.4",
    "reqtarpit ^User-Agent:\\ bot if { src 192.0.2.0/24 }",
    "unsafe",
    "http-request tarpit if { req.fhdr(User-Agent) -m reg ^bot } { src 192.0.2.0/24 }",
  ],
  [
    "listen",
    "2.4",
    "rspideny ^Content-Type:.*secret",
    "unsafe",
    "http-response deny if { res.fhdr(Content-Type) -m reg -i .*secret }",
  ],
  // Times.
  ["listen", "3.4", "timeout check 5", "unsafe", "timeout check 5s"],
  ["listen", "3.4", "default-server check inter 5", "unsafe", "default-server check inter 5s"],
];

/** Lines of which nobody can tell what they become. */
export const open: readonly (readonly [frame: string, version: string, line: string])[] = [
  ["listen", "3.4", "dispatch 192.0.2.12:80"],
  ["defaults", "3.4", "option transparent"],
  ["defaults", "2.4", "reqadd X-A:\\ 1"],
  ["tcp", "2.4", "reqadd X-A:\\ 1"],
  ["listen", "2.4", 'reqadd "X-A: $NAME"'],
  ["listen", "2.4", "reqrep ^Host:\\ a X-Host:\\ a"],
  ["listen", "2.4", "reqrep ^Host:\\ a|b Host:\\ c"],
  ["listen", "2.4", "reqrep ^(GET|POST)\\ /x(.*) \\1\\ /y\\2"],
  ["listen", "2.4", "reqrep ^([^\\ ]*)\\ /a\\?(.*) \\1\\ /b\\2"],
  ["listen", "2.4", "reqrep ^([^\\ ]*)\\ /a(.*) GET\\ /b\\2"],
  ["listen", "2.4", "reqdeny ^[^\\ ]*\\ .*secret"],
  ["listen", "2.4", "reqdeny ^Host:\\ a unless { src 192.0.2.1 }"],
  ["listen", "2.4", "reqdeny ^Host:\\ a if { src 192.0.2.1 } or { src 192.0.2.2 }"],
  ["listen", "2.4", "reqpass ^GET"],
];

/** The file with these lines in it. */
export function fileWith(frame: string, written: string): string {
  return frames[frame]?.(written === nothing ? "" : `    ${written}\n`) ?? "";
}
