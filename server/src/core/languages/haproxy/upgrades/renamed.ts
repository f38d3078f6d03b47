/** Keywords that only have another name now, and take what they took (src/proxy.c, src/cfgparse-global.c, src/cfgparse-ssl.c). */
import type { Rewrite } from "../../../schema/spec.ts";
import { renamed } from "./lines.ts";

export const renamedKeywords: Readonly<Record<string, Rewrite>> = {
  clitimeout: renamed(1, "timeout client"),
  contimeout: renamed(1, "timeout connect"),
  srvtimeout: renamed(1, "timeout server"),
  "timeout clitimeout": renamed(2, "timeout client"),
  "timeout contimeout": renamed(2, "timeout connect"),
  "timeout srvtimeout": renamed(2, "timeout server"),
  redisp: renamed(1, "option redispatch"),
  redispatch: renamed(1, "option redispatch"),
  "option forceclose": renamed(2, "option httpclose"),
  "option accept-invalid-http-request": renamed(2, "option accept-unsafe-violations-in-http-request"),
  "option accept-invalid-http-response": renamed(2, "option accept-unsafe-violations-in-http-response"),
  "tune.ssl.capture-cipherlist-size": renamed(1, "tune.ssl.capture-buffer-size"),
  "tune.ssl.ocsp-update.maxdelay": renamed(1, "ocsp-update.maxdelay"),
  "tune.ssl.ocsp-update.mindelay": renamed(1, "ocsp-update.mindelay"),
  "no-quic": renamed(1, "tune.quic.listen off"),
};

/** Actions of rules, in every rule set that has them (src/tcp_act.c). */
export const renamedActions: Readonly<Record<string, string>> = {
  "set-mark": "set-fc-mark",
  "set-tos": "set-fc-tos",
};
