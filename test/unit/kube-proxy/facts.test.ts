/** What other files' rules are told of kube-proxy. */
import assert from "node:assert/strict";
import { kubeProxyFacts } from "../../../server/src/core/languages/kube-proxy/model/facts.ts";
import { folder, load } from "../../kit/check.ts";
import { header } from "../../kit/kubeProxy.ts";

function factsOf(text: string) {
  const { service } = load(text, "kube-proxy.yaml");
  const [configuration] = service.workspace.configurations(`${folder}kube-proxy.yaml`);
  assert.ok(configuration);
  return kubeProxyFacts(configuration);
}

describe("the facts of a KubeProxyConfiguration", () => {
  it("are what is written, and where", () => {
    const text = `${header}mode: ipvs\nipvs:\n  strictARP: true\n  scheduler: wrr\n  excludeCIDRs: [192.0.2.10/32]\nclusterCIDR: 10.244.0.0/16,fd00::/56\n`;
    const [facts] = factsOf(text);
    assert.ok(facts);
    assert.equal(facts.mode.value, "ipvs");
    assert.equal(text.slice(facts.strictArp.start, facts.strictArp.end), "true");
    assert.deepEqual([facts.strictArp.value, facts.scheduler.value], [true, "wrr"]);
    assert.deepEqual(
      facts.excludeCidrs.map(({ value, start, end }) => [value, text.slice(start, end)]),
      [["192.0.2.10/32", "192.0.2.10/32"]],
    );
    assert.deepEqual(facts.clusterCidrs, ["10.244.0.0/16", "fd00::/56"]);
  });

  it("are the defaults where nothing is written, and unknown where a template says it", () => {
    const [facts] = factsOf(`${header}ipvs:\n  strictARP: {{ .Values.arp }}\n`);
    assert.ok(facts);
    assert.deepEqual([facts.mode.value, facts.mode.isWritten], ["iptables", false]);
    assert.deepEqual([facts.strictArp.value, facts.strictArp.isWritten], [undefined, true]);
    assert.deepEqual([facts.scheduler.value, facts.excludeCidrs], ["rr", []]);
  });

  it("are those of each document", () => {
    assert.deepEqual(
      factsOf(`${header}mode: ipvs\n---\n${header}mode: nftables\n`).map(({ mode }) => mode.value),
      ["ipvs", "nftables"],
    );
  });
});
