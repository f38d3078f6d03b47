/** The settings of QUIC, which got one form of names in 3.3 and lost the old ones in 3.5 (src/cfgparse-quic.c of 3.4). */
import type { Rewrite } from "../../../schema/spec.ts";
import { gone, renamed, safe } from "./lines.ts";

const names: Readonly<Record<string, string>> = {
  "cc-hystart": "fe.cc.hystart",
  "cc.cubic.min-losses": "fe.cc.cubic-min-losses",
  "frontend.default-max-window-size": "fe.cc.max-win-size",
  "frontend.glitches-threshold": "fe.sec.glitches-threshold",
  "frontend.max-data-size": "fe.stream.rxbuf",
  "frontend.max-idle-timeout": "fe.max-idle-timeout",
  "frontend.max-streams-bidi": "fe.stream.max-concurrent",
  "frontend.max-tx-mem": "mem.tx-max",
  "frontend.stream-data-ratio": "fe.stream.data-ratio",
  "max-frame-loss": "fe.cc.max-frame-loss",
  "reorder-ratio": "fe.cc.reorder-ratio",
  "retry-threshold": "fe.sec.retry-threshold",
};

const owners: Readonly<Record<string, string>> = { connection: "default-on", listener: "force-off" };

const ownSocket: Rewrite = ({ words }) => {
  const owner = owners[words[1]?.value ?? ""];
  return owner === undefined ? undefined : safe(`tune.quic.fe.sock-per-conn ${owner}`);
};

export const quicSettings: Readonly<Record<string, Rewrite>> = {
  ...Object.fromEntries(
    Object.entries(names).map(([before, after]) => [`tune.quic.${before}`, renamed(1, `tune.quic.${after}`)]),
  ),
  "tune.quic.disable-tx-pacing": renamed(1, "tune.quic.fe.tx.pacing off"),
  "tune.quic.disable-udp-gso": renamed(1, "tune.quic.fe.tx.udp-gso off"),
  "tune.quic.socket-owner": ownSocket,
  // Without effect since 3.1.
  "tune.quic.frontend.conn-tx-buffers.limit": gone,
};
