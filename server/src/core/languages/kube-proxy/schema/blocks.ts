/** Small blocks that have little to do with IPVS: the way to the API server, logs, what traffic is local. */
import type { Keyword } from "../../../schema/spec.ts";
import { text } from "../../../text/localized.ts";
import { duration } from "../values/duration.ts";
import { choice, decimal, integer, string } from "../values/plain.ts";
import { field, freeField, ofSharedType, ofType } from "./field.ts";

/** staging/src/k8s.io/component-base/config/v1alpha1/types.go. */
export const clientConnectionFields: readonly Keyword[] = ofSharedType("ClientConnectionConfiguration", [
  field("kubeconfig", string("PATH"), {
    doc: text("The file with the address of the API server and the credentials.", "含 API 服务器地址和凭据的文件。"),
    ok: ["kubeconfig: /var/lib/kube-proxy/kubeconfig.conf"],
    bad: ["kubeconfig: 1"],
  }),
  field("acceptContentTypes", string("TYPES"), {
    doc: text("What the API server is asked to answer in.", "要求 API 服务器应答的内容类型。"),
    ok: ['acceptContentTypes: ""'],
    bad: ["acceptContentTypes: 1"],
  }),
  field("contentType", string("TYPE"), {
    doc: text("What is sent to the API server.", "发送给 API 服务器的内容类型。"),
    default: "application/vnd.kubernetes.protobuf",
    ok: ["contentType: application/json"],
    bad: ["contentType: 1"],
  }),
  field("qps", decimal(), {
    doc: text("How many requests a second are made; 0 means the default.", "每秒请求数，0 表示默认值。"),
    default: "5",
    ok: ["qps: 5", "qps: 0.5"],
    bad: ['qps: "5"', "qps: many"],
  }),
  field("burst", integer(0, 2_147_483_647), {
    doc: text("How many requests may be made at once; 0 means the default.", "突发请求数上限，0 表示默认值。"),
    default: "10",
    ok: ["burst: 10"],
    bad: ["burst: -1"],
  }),
]);

/** staging/src/k8s.io/component-base/logs/api/v1/types.go. */
export const loggingFields: readonly Keyword[] = ofSharedType("LoggingConfiguration", [
  field("format", choice([{ name: "text" }, { name: "json" }]), {
    since: "1.28",
    doc: text("How messages are written: as lines or as JSON.", "日志格式：文本行或 JSON。"),
    default: "text",
    ok: ["format: json"],
    bad: ["format: xml"],
  }),
  field("flushFrequency", duration({ orNumber: true }), {
    since: "1.28",
    doc: text(
      "After how long messages are written out at the latest. A number without a unit means nanoseconds.",
      "日志最迟多久写出一次。不带单位的数字表示纳秒。",
    ),
    default: "5s",
    ok: ["flushFrequency: 5s", "flushFrequency: 0", "flushFrequency: 5000000000"],
    bad: ["flushFrequency: often"],
  }),
  field("verbosity", integer(0, 4_294_967_295), {
    since: "1.28",
    doc: text("How much is said; 0 is the least.", "日志详细程度，0 为最少。"),
    default: "0",
    ok: ["verbosity: 4"],
    bad: ["verbosity: high"],
  }),
  freeField("vmodule", {
    since: "1.28",
    doc: text("Other verbosities for single source files.", "为个别源文件单独设定详细程度。"),
    ok: ["vmodule: []"],
  }),
  freeField("options", {
    since: "1.28",
    doc: text("Settings of the single formats, behind a feature gate.", "各日志格式的专门设置，需启用特性门控。"),
    ok: ["options: {}"],
  }),
]);

export const detectLocalFields: readonly Keyword[] = ofType("DetectLocalConfiguration", [
  field("bridgeInterface", string("INTERFACE"), {
    since: "1.24",
    doc: text(
      "The bridge whose traffic is local, in mode `BridgeInterface`.",
      "`BridgeInterface` 模式下视为本地流量来源的网桥。",
    ),
    ok: ["bridgeInterface: cni0"],
    bad: ["bridgeInterface: 1"],
  }),
  field("interfaceNamePrefix", string("PREFIX"), {
    since: "1.24",
    doc: text(
      "How the names of interfaces begin whose traffic is local, in mode `InterfaceNamePrefix`.",
      "`InterfaceNamePrefix` 模式下视为本地流量来源的接口名前缀。",
    ),
    ok: ["interfaceNamePrefix: veth"],
    bad: ["interfaceNamePrefix: 1"],
  }),
]);
