import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { checkOptionOf } from "../../model/checkOptions.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const messages = {
  global: text('"{0}" needs "external-check" in the section "global"', '"{0}"需要在"global"段写上"external-check"'),
  command: text('"{0}" needs an "external-check command"', '"{0}"需要"external-check command"'),
  fork: text(
    '"{0}" needs "insecure-fork-wanted" in the section "global" to start its program',
    '"{0}"需要在"global"段写上"insecure-fork-wanted"才能启动程序',
  ),
  path: text(
    'The command "{0}" needs an absolute path, or an "external-check path"',
    '命令"{0}"需要写成绝对路径，或者设置"external-check path"',
  ),
};

/** src/proxy.c: proxy_finalize. It asks frontends too, which take the option over from their defaults. */
export const externalCheckIncomplete: PartRule<Proxy, Globals> = {
  id: "haproxy/external-check-incomplete",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("An external check that lacks what it needs to run.", "外部检查缺少运行所需的设置。"),
  why: text(
    "Checks by a program must be allowed in `global`, twice even: `external-check` for the feature, `insecure-fork-wanted` because HAProxy forbids itself to start processes. They also need a command, by its full path unless `external-check path` is set.",
    "用程序做检查要在 `global` 中允许两次：`external-check` 打开该功能，`insecure-fork-wanted` 是因为 HAProxy 默认禁止自己创建进程。此外还需要命令，除非设置了 `external-check path`，否则必须写完整路径。",
  ),
  bad: [
    `${http}${front}
backend app
    option external-check
#   ^^^^^^^^^^^^^^^^^^^^^ needs "external-check" in the section "global"
    external-check command /bin/true
    server s1 192.0.2.11:80 check
`,
    `
global
    external-check
    insecure-fork-wanted
${http}${front}
backend app
    option external-check
#   ^^^^^^^^^^^^^^^^^^^^^ needs an "external-check command"
    server s1 192.0.2.11:80 check
`,
    `
global
    external-check
    insecure-fork-wanted
${http}${front}
backend app
    option external-check
    external-check command ping.sh
#                          ^^^^^^^ needs an absolute path
    server s1 192.0.2.11:80 check
`,
  ],
  good: [
    `
global
    external-check
    insecure-fork-wanted
${http}${front}
backend app
    option external-check
    external-check path "/usr/bin:/bin"
    external-check command true
    server s1 192.0.2.11:80 check
`,
  ],
  check(proxy, { report, globals }) {
    const option = checkOptionOf(proxy);
    const command = proxy.find("external-check command");
    if (option?.keyword?.name === "option external-check" && !isUncertain(option, proxy.block) && !proxy.isDisabled) {
      const name = option.keyword.name;
      const at = option.at(option.title);
      if (!globals.externalCheck && !globals.partial) report({ at, message: fill(messages.global, name) });
      else if (command === undefined) report({ at, message: fill(messages.command, name) });
      else if (!globals.insecureFork && !globals.partial)
        report({ at, message: fill(messages.fork, name), severity: "warning" });
    }
    const word = command?.values[0]?.word;
    if (command === undefined || word === undefined || word.unknown === true || isUncertain(command)) return;
    if (proxy.isDisabled) return;
    if (word.value.startsWith("/") || proxy.find("external-check path") !== undefined) return;
    report({ at: command.at(word), message: fill(messages.path, word.value) });
  },
};
