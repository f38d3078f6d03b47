/** What kube-proxy's configuration says about its host, for rules across files. */
import type { Configuration } from "../../model/configuration.ts";
import { type Facts, type KubeProxy, noFacts } from "../../model/facts.ts";
import { factsOnce } from "../../model/factsOnce.ts";
import { type KubeProxyFacts, kubeProxyFacts } from "./model/facts.ts";

export const facts = factsOnce(
  ["KubeProxyConfiguration"],
  (configuration: Configuration): Facts => ({
    ...noFacts,
    kubeProxies: kubeProxyFacts(configuration).map(kubeProxy),
    processes: ["kube-proxy"],
  }),
);

function kubeProxy({ bound, mode, strictArp, excludeCidrs, isPartial }: KubeProxyFacts): KubeProxy {
  return {
    mode: mode.value === undefined ? undefined : { value: mode.value, at: mode },
    strictArp:
      strictArp.value === undefined
        ? undefined
        : { value: strictArp.value, at: strictArp, isWritten: strictArp.isWritten },
    excludesAddresses: excludeCidrs.map((one) => ({ value: one.value, at: one })),
    at: bound.at(bound.head),
    isPartial,
  };
}
