/** What an editor gets in a KubeProxyConfiguration: completion by indentation, hover, fixes, and nothing elsewhere. */
import assert from "node:assert/strict";
import { defaultSettings, Service } from "../../../server/src/core/service.ts";
import { checkProblems, folder, load } from "../../kit/check.ts";
import { header, inConfigMap } from "../../kit/kubeProxy.ts";
import { chooseAt, completeAt, hoverAt } from "../../kit/verbs.ts";

const file = "kube-proxy.yaml";
const complete = (text: string) => completeAt(text, file);

describe("completion in a KubeProxyConfiguration", () => {
  it("offers the fields of the block that the cursor is indented for", () => {
    const text = `${header}ipvs:\n  strictARP: true\n`;
    const inner = complete(`${text}  $0\n`);
    assert.ok(inner.includes("scheduler") && !inner.includes("mode") && !inner.includes("strictARP"));
    const outer = complete(`${text}$0\n`);
    assert.ok(outer.includes("mode") && outer.includes("conntrack") && !outer.includes("scheduler"));
    assert.ok(!outer.includes("ipvs") && !outer.includes("apiVersion"));
  });

  it("offers them in a block that is empty so far, between lines, and while a name is typed", () => {
    assert.ok(complete(`${header}ipvs:\n  $0\nmode: ipvs\n`).includes("excludeCIDRs"));
    assert.ok(complete(`${header}conntrack:\n  ma$0\n`).includes("maxPerCore"));
    assert.ok(complete(`${header}mo$0\nipvs: {}\n`).includes("mode"));
  });

  it("offers them in a ConfigMap, and nothing around the inner text", () => {
    assert.ok(complete(inConfigMap(`${header}ipvs:\n  $0\n`)).includes("scheduler"));
    assert.ok(complete(inConfigMap(`${header}$0\n`)).includes("clusterCIDR"));
    assert.deepEqual(complete(inConfigMap(header).replace("metadata:\n", "metadata:\n  $0\n")), []);
    assert.deepEqual(complete(`${inConfigMap(header)}  $0\n`), []);
  });

  it("offers values", () => {
    assert.deepEqual(complete(`${header}mode: $0\n`), ["iptables", "ipvs", "kernelspace", "nftables"]);
    assert.deepEqual(complete(`${header}mode: ip$0\n`), ["iptables", "ipvs", "kernelspace", "nftables"]);
    assert.ok(complete(`${header}ipvs:\n  scheduler: "$0\n`).includes("wrr"));
    assert.deepEqual(complete(`${header}ipvs:\n  strictARP: $0\n`), ["false", "true"]);
  });

  it("offers nothing in comments, lists and other documents", () => {
    assert.deepEqual(complete(`${header}# mo$0\n`), []);
    assert.deepEqual(complete(`${header}mode: ipvs # $0\n`), []);
    assert.deepEqual(complete(`${header}ipvs:\n  excludeCIDRs:\n  - $0\n`), []);
    assert.deepEqual(complete(`${header}---\nkind: ClusterConfiguration\n$0\n`), []);
  });

  it("inserts a field with its colon, and a block or a list further in", () => {
    assert.match(chooseAt(`${header}mo$0\n`, "mode", file), /^mode: \$0$/m);
    assert.match(chooseAt(`${header}$0\n`, "ipvs", file), /^ipvs:\n {2}\$0$/m);
    assert.match(chooseAt(`${header}ipvs:\n  ex$0\n`, "excludeCIDRs", file), /^ {2}excludeCIDRs:\n {2}- \$0$/m);
    assert.match(chooseAt(`${header}mo$0: ipvs\n`, "mode", file), /^mode: \$0: ipvs$/m);
    assert.match(chooseAt(`${header}mode: ip$0\n`, "nftables", file), /^mode: nftables$/m);
  });
});

describe("hover in a KubeProxyConfiguration", () => {
  it("explains fields and values", () => {
    assert.match(hoverAt(`${header}ipvs:\n  strict$0ARP: true\n`, "en", file), /arp_ignore/);
    assert.match(hoverAt(`${header}mode: ip$0vs\n`, "zh-cn", file), /kube-ipvs0/);
    assert.match(hoverAt(inConfigMap(`${header}ipvs:\n  exclude$0CIDRs: []\n`), "en", file), /keepalived/);
    assert.match(hoverAt(header.replace("kind: ", "kind: $0"), "en", file), /config\.conf/);
  });

  it("says nothing around the inner text", () => {
    assert.equal(hoverAt(inConfigMap(header).replace("metadata", "meta$0data"), "en", file), "");
  });
});

describe("diagnostics of a KubeProxyConfiguration", () => {
  it("stand at the places of the outer text", () => {
    checkProblems(
      `
kind: ConfigMap
data:
  config.conf: |-
    apiVersion: kubeproxy.config.k8s.io/v1alpha1
    kind: KubeProxyConfiguration
    mode: "iptables"
    iptables:
        syncPeriod: 30
#                   ^^ "30" has no unit: write 30s
        syncperiod: 30s
#       ^^^^^^^^^^ There is no field "syncperiod" here, did you mean "syncPeriod"?
  kubeconfig.conf: |-
    clusters: []
`,
      { name: file },
    );
  });

  it("are mended by fixes that keep the rest", () => {
    const text = `${header}mode: "iptables"\niptables:\n  masqueradeAll: "true"\n  masqueradeBit: '14'\nhostnameOverride: 42\n`;
    const { service } = load(text, file);
    const uri = folder + file;
    const edits = service.safeEdits(service.problems(uri).get(uri) ?? []);
    const fixed = [...edits]
      .sort((a, b) => b.start - a.start)
      .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
    assert.equal(
      fixed,
      `${header}mode: "iptables"\niptables:\n  masqueradeAll: true\n  masqueradeBit: 14\nhostnameOverride: "42"\n`,
    );
  });

  it("are silent on what kubeadm writes", () => {
    checkProblems(
      inConfigMap(`${header}bindAddress: 0.0.0.0
bindAddressHardFail: false
clientConnection:
  acceptContentTypes: ""
  burst: 0
  contentType: ""
  kubeconfig: /var/lib/kube-proxy/kubeconfig.conf
  qps: 0
clusterCIDR: 10.244.0.0/16
configSyncPeriod: 0s
conntrack:
  maxPerCore: null
  min: null
  tcpBeLiberal: false
  tcpCloseWaitTimeout: null
  tcpEstablishedTimeout: null
  udpStreamTimeout: 0s
  udpTimeout: 0s
detectLocal:
  bridgeInterface: ""
  interfaceNamePrefix: ""
detectLocalMode: ""
enableProfiling: false
healthzBindAddress: ""
hostnameOverride: ""
iptables:
  localhostNodePorts: null
  masqueradeAll: false
  masqueradeBit: null
  minSyncPeriod: 0s
  syncPeriod: 0s
ipvs:
  excludeCIDRs: null
  minSyncPeriod: 0s
  scheduler: ""
  strictARP: false
  syncPeriod: 0s
  tcpFinTimeout: 0s
  tcpTimeout: 0s
  udpTimeout: 0s
logging:
  flushFrequency: 0
  options:
    json:
      infoBufferSize: "0"
    text:
      infoBufferSize: "0"
  verbosity: 0
metricsBindAddress: ""
mode: ""
nftables:
  masqueradeAll: false
  masqueradeBit: null
  minSyncPeriod: 0s
  syncPeriod: 0s
nodePortAddresses: null
oomScoreAdj: null
showHiddenMetricsForVersion: ""
winkernel:
  enableDSR: false
  forwardHealthCheckVip: false
  networkName: ""
  rootHnsEndpointName: ""
  sourceVip: ""
`),
      { name: file },
    );
  });

  it("call nothing certain in a template", () => {
    checkProblems(
      `${header}mode: {{ .Values.mode }}\nipvs:\n  strictARP: {{ .Values.arp }}\n  schedular: rr\n# ^^^^^^^^^ warning: There is no field\n`,
      { name: file },
    );
    checkProblems(`${header}{% if ipvs %}\nnonsense: 1\n{% endif %}\nmode: <%= mode %>\n`, { name: file });
    checkProblems(`${header}mode: \${MODE}\nipvs:\n  strictARP: $ARP\n  syncPeriod: "{{ period }}"\n`, { name: file });
    checkProblems(`${header}{{- if .Values.ipvs }}\nnonsense: 1\n{{- end }}\n`, { name: file });
  });
});

describe("recognising a KubeProxyConfiguration", () => {
  const host = { list: () => [], read: () => undefined, failed: () => undefined };
  const language = (uri: string, languageId: string | undefined, text: string) => {
    const service = new Service(host, defaultSettings);
    return service.open(uri, languageId, text) ? service.workspace.language(uri)?.id : undefined;
  };

  it("goes by the text, whatever the file is called", () => {
    assert.equal(language("file:///a/kubeadm.yaml", "yaml", header), "kube-proxy");
    assert.equal(language("file:///var/lib/kube-proxy/config.conf", undefined, header), "kube-proxy");
    assert.equal(language("file:///a/x.json", undefined, '{"kind": "KubeProxyConfiguration"}\n'), "kube-proxy");
  });

  it("leaves other YAML alone, even where it holds a configuration of another daemon", () => {
    const keepalived = "kind: ConfigMap\ndata:\n  keepalived.conf: |\n    vrrp_instance VI_1 {\n    }\n";
    assert.equal(language("file:///a/keepalived.yaml", "yaml", keepalived), undefined);
    assert.equal(language("untitled:1", "yaml", keepalived), undefined);
    assert.equal(language("file:///a/kube-proxy.yaml", "yaml", "kind: DaemonSet\n"), undefined);
  });
});
