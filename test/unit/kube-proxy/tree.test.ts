/** Where a configuration stands in YAML, and what the tree makes of it. */
import assert from "node:assert/strict";
import { kubeProxy } from "../../../server/src/core/languages/kube-proxy/index.ts";
import { leaves } from "../../../server/src/core/syntax/ast.ts";
import { dump } from "../../../server/src/core/syntax/dump.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { header, inConfigMap } from "../../kit/kubeProxy.ts";

const drawn = (text: string) => dump(kubeProxy.parse(text)).split("\n");

/** The texts of the leaves, as they stand in the file. */
const written = (text: string) =>
  leaves(kubeProxy.parse(text).items)
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => text.slice(start, end));

describe("the tree of a KubeProxyConfiguration", () => {
  const text = `${header}mode: "ipvs"\nipvs:\n  excludeCIDRs:\n  - 192.0.2.10/32\n  strictARP: true # why\n  scheduler:\n`;

  it("has a block for the configuration, for fields and for lists", () => {
    assert.deepEqual(drawn(text), [
      '"KubeProxyConfiguration" {?',
      '  "apiVersion" "kubeproxy.config.k8s.io/v1alpha1"',
      '  "mode" "ipvs"',
      '  "ipvs" {?',
      '    "excludeCIDRs" {?',
      '      "192.0.2.10/32"',
      '    "strictARP" "true"',
      '    "scheduler"',
    ]);
  });

  it("is the same in a ConfigMap, at the places of the outer text", () => {
    const outer = inConfigMap(text);
    assert.deepEqual(drawn(outer), drawn(text));
    assert.deepEqual(written(outer), written(text));
    assert.deepEqual(written(text).slice(0, 5), [
      "apiVersion",
      "kubeproxy.config.k8s.io/v1alpha1",
      "KubeProxyConfiguration",
      "mode",
      '"ipvs"',
    ]);
  });

  it("is the same with carriage returns and behind a header with a chomping sign", () => {
    const outer = inConfigMap(text).replace("conf: |", "conf: |- # kept").replaceAll("\n", "\r\n");
    assert.deepEqual(drawn(outer), drawn(text));
    assert.deepEqual(written(outer), written(text));
  });

  it("reads braces, brackets and JSON", () => {
    const flow = '{"kind": "KubeProxyConfiguration", "ipvs": {strictARP: true, excludeCIDRs: [10.0.0.0/8]}}\n';
    assert.deepEqual(drawn(flow), [
      '"KubeProxyConfiguration" {',
      '  "ipvs" {',
      '    "strictARP" "true"',
      '    "excludeCIDRs" {',
      '      "10.0.0.0/8"',
    ]);
  });

  it("is empty for other kinds, for files without a kind, and where the words stand in a comment or a text", () => {
    for (const other of [
      "kind: ConfigMap\ndata:\n  a: |\n    mode: ipvs\n",
      "mode: ipvs\n",
      "# kind: KubeProxyConfiguration\n",
      'text: "\n  kind: KubeProxyConfiguration\n  "\n',
      "kind: ConfigMap\ndata:\n  config.conf: >\n    kind: KubeProxyConfiguration\n",
    ]) {
      assert.deepEqual(drawn(other), [""], other);
    }
  });

  it("is that of each document by itself", () => {
    const cluster = "kind: ClusterConfiguration\nnetworking:\n  podSubnet: 10.244.0.0/16\n";
    const file = `${cluster}---\n${text}--- \n${text}`;
    const { sections } = new SectionedDocument(file, kubeProxy.split);
    assert.equal(sections.length, 3);
    assert.deepEqual(
      sections.map((section) => drawn(section.text)),
      [[""], drawn(text), drawn(text)],
    );
  });

  it("marks what only an engine or an anchor knows", () => {
    const unknown = `${header}mode: {{ .Values.mode }}\nipvs: &x\n  scheduler: !!str rr\nwinkernel: *x\n<<: *x\n`;
    const words: string[] = [];
    const visit = (items: ReturnType<typeof kubeProxy.parse>["items"]) => {
      for (const item of items) {
        if (item.kind !== "statement") continue;
        for (const word of item.words) if (word.unknown === true) words.push(word.raw);
        visit(item.block?.items ?? []);
      }
    };
    visit(kubeProxy.parse(unknown).items);
    assert.deepEqual(words, ["{{ .Values.mode }}", "rr", "*x", "<<", "*x"]);
  });
});
