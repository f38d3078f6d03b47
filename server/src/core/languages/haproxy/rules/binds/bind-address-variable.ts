import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { ofLines } from "../../model/gathered.ts";
import { http } from "../examples.ts";

const message = text(
  'Where "{0}" is not set, this listens on every address of the host',
  '如果没有设置"{0}"，此处会监听主机的所有地址',
);

const keywords = ["bind", "dgram-bind", "stats socket"];

/** src/tools.c: str2sa_range takes the empty host for every address; env_expand makes unset variables empty. */
export const bindAddressVariable: ConfigurationRule<Globals> = {
  id: "haproxy/bind-address-variable",
  severity: "information",
  scope: "configuration",
  reads: anything,
  summary: text("An address to listen on that only a variable holds.", "监听地址只由一个变量给出。"),
  why: text(
    "HAProxy replaces a variable that is not set by nothing, and a port without an address means all of them. A start without the environment opens the port to everybody, without a word. Give the variable a value with `presetenv` in `global`.",
    "没有设置的变量会被替换为空，而没有地址的端口表示所有地址。缺少环境变量时启动，会在没有任何提示的情况下对所有人开放该端口。可在 `global` 中用 `presetenv` 给出默认值。",
  ),
  bad: [
    `${http}
frontend web
    bind "\${LISTEN_ADDRESS}:8080"
#        ^^^^^^^^^^^^^^^^^^^^^^^^ Where "LISTEN_ADDRESS" is not set
`,
  ],
  good: [
    `
global
    presetenv LISTEN_ADDRESS 127.0.0.1
${http}
frontend web
    bind "\${LISTEN_ADDRESS}:8080"
frontend other
    bind 127.0.0.1:8081
`,
  ],
  check(configuration, { report }) {
    const known = new Set(
      ["setenv", "presetenv"].flatMap((keyword) => configuration.all(keyword).map((one) => one.nameWord.value)),
    );
    for (const { bound, word, name } of variables(configuration)) {
      if (!known.has(name)) report({ at: bound.at(word), message: fill(message, name) });
    }
  },
};

const variables = ofLines((bound) => {
  const word = keywords.includes(bound.keyword?.name ?? "") ? bound.value("address")?.word : undefined;
  const [, braced, bare] = /^"?\$(?:\{(\w+)\}|(\w+)):\d/.exec(word?.raw ?? "") ?? [];
  const name = braced ?? bare;
  return word === undefined || name === undefined ? [] : [{ bound, word, name }];
});
