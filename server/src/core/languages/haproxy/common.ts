/** What most files hold. In lists of hundreds of words completion offers it first; it says nothing of what is good. */
import type { Language } from "../../model/language.ts";

const words = {
  sections: "global defaults frontend backend listen",
  // Of groups such as `option` their first word.
  lines:
    "acl balance bind capture cookie default_backend default-server errorfile http-check http-request http-response " +
    "log log-format maxconn mode option redirect retries server server-template stats stick stick-table tcp-check " +
    "tcp-request timeout use_backend daemon user group chroot nbthread lua-load",
  options: "httplog tcplog forwardfor httpchk redispatch dontlognull http-server-close log-health-checks tcp-check",
  timeouts: "connect client server http-request http-keep-alive check queue tunnel",
  actions:
    "deny allow redirect return set-header add-header del-header replace-path set-path set-var track-sc0 reject " +
    "auth capture",
  fetches:
    "src dst_port path path_beg path_end path_reg url_param query method req.hdr hdr hdr_beg hdr_end req.cook res.hdr " +
    "status ssl_fc ssl_fc_sni req.ssl_sni var sc_http_req_rate nbsrv",
  converters: "lower upper map map_beg regsub field word json ipmask url_dec",
  arguments:
    "ssl crt alpn accept-proxy ssl-min-ver verify ca-file crt-list check inter fall rise backup weight maxconn cookie " +
    "send-proxy send-proxy-v2 resolvers init-addr sni check-ssl roundrobin leastconn source type size expire store " +
    "if unless deny_status",
  aliases: "ci cp tr ft b s TR Tw Tc Tr Ta ST B CC CS tsc ac fc bc sc rc sq bq hr hs r HM HP",
};

/** Two words where the first one only names the group: `option httplog`. */
function within(group: string, list: string): readonly string[] {
  return list.split(" ").map((word) => `${group} ${word}`);
}

const ruleSets = ["http-request", "http-response", "tcp-request connection", "tcp-request content"];

const keywords: ReadonlySet<string> = new Set([
  ...[words.sections, words.lines].flatMap((list) => list.split(" ")),
  ...within("option", words.options),
  ...within("timeout", words.timeouts),
  ...ruleSets.flatMap((set) => within(set, words.actions)),
  ...["http-check send", "http-check expect", "http-check connect", "tcp-request inspect-delay", "stick on"],
  ...["stats enable", "stats uri", "stats auth", "stats socket", "stats timeout", "stats refresh"],
  ...["tcp-check connect", "tcp-check send", "tcp-check expect"],
]);

export const common: NonNullable<Language["common"]> = {
  keywords,
  words: new Set([words.fetches, words.converters, words.arguments, words.aliases].flatMap((list) => list.split(" "))),
};
