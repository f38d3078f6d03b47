// The JSON schema of `.ha-config.json`: what editors complete and check while somebody writes one.

import type { AnyRule } from "../../server/src/core/rules/rule.ts";
import { languages } from "../../server/src/core/service.ts";
import type { Text } from "../../server/src/core/text/localized.ts";
import { text } from "../../server/src/core/text/localized.ts";
import type { Files } from "./files.ts";

const severities = ["off", "hint", "information", "warning", "error"];

/** Schema files have one language only, so both stand in one description. */
function said({ en, zh }: Text): string {
  return `${en} · ${zh}`;
}

const list = (description: Text, items: object = { type: "string" }) => ({
  type: "array",
  description: said(description),
  items,
});

const named = (description: Text, additionalProperties: object) => ({
  type: "object",
  description: said(description),
  additionalProperties,
});

const closed = (properties: object) => ({ type: "object", additionalProperties: false, properties });

export function statementsSchema(rules: readonly AnyRule[]): Files {
  const ids = rules.map((rule) => rule.id).sort();
  const versions = Object.fromEntries(
    languages
      .filter((language) => language.versions.length > 0)
      .map(({ id, title }) => [id, { type: "string", pattern: "^\\d+(\\.\\d+)*$", description: title }]),
  );
  const host = closed({
    files: list(
      text(
        "Paths of the host's files, seen from the folder of this file; * and ** stand for names and folders.",
        "主机的文件路径，以本文件所在文件夹为起点；* 匹配名称，** 匹配任意层文件夹。",
      ),
    ),
    id: {
      type: "string",
      description: said(
        text("What follows the @ of conditional lines in keepalived.conf.", "keepalived.conf 条件行中 @ 之后的标识。"),
      ),
    },
    addresses: named(text("The host's own addresses, by interface.", "主机自身的地址，按网络接口列出。"), {
      anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }],
    }),
    versions: {
      ...closed(versions),
      description: said(text("Versions of the daemons on this host.", "该主机上各守护进程的版本。")),
    },
    processes: list(text("Processes that run on the host.", "该主机上运行的进程。")),
  });
  const network = closed({
    addresses: list(text("Its ranges, such as 192.0.2.0/24.", "网段，例如 192.0.2.0/24。")),
    multicast: {
      type: "boolean",
      default: true,
      description: said(text("Whether it carries multicast; most clouds do not.", "是否支持组播；多数云网络不支持。")),
    },
    usedVirtualRouterIds: list(text("VRIDs that others use on it.", "其他设备在该网络上已使用的 VRID。"), {
      type: "integer",
      minimum: 1,
      maximum: 255,
    }),
  });
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "HA Config",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      hosts: named(text("Hosts by name.", "主机，按名称列出。"), host),
      networks: named(text("Networks by name.", "网络，按名称列出。"), network),
      clusters: named(text("Names of the hosts that form a cluster.", "组成集群的主机名称。"), {
        type: "array",
        items: { type: "string" },
      }),
      rules: {
        type: "object",
        description: said(text("Severities of rules.", "规则的级别。")),
        additionalProperties: false,
        properties: Object.fromEntries(ids.map((id) => [id, { enum: severities }])),
      },
    },
  };
  return new Map([["schemas/ha-config.schema.json", `${JSON.stringify(schema, undefined, 2)}\n`]]);
}
