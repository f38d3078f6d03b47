import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const messages = {
  directory: text('The acme section "{0}" needs a "directory"', 'acme 段"{0}"需要"directory"'),
  ready: text(
    '"challenge-ready" is for challenges over DNS, not for "{0}"',
    '"challenge-ready"只用于 DNS 方式，不能与"{0}"同用',
  ),
};

/** src/acme.c: cfg_parse_acme_kws, cfg_postsection_acme. */
export const acmeIncomplete: BlockRule<Globals> = {
  id: "haproxy/acme-incomplete",
  severity: "error",
  scope: "block",
  on: ["acme"],
  summary: text("An acme section that cannot order certificates.", "acme 段无法申请证书。"),
  why: text(
    "The directory is the address of the certificate authority. `challenge-ready` waits until a DNS record is out; with `http-01` HAProxy answers the challenge itself, and refuses the setting.",
    "`directory` 是证书颁发机构的地址。`challenge-ready` 用于等待 DNS 记录生效；使用 `http-01` 时由 HAProxy 自己应答验证，因此会拒绝该设置。",
  ),
  since: "3.4",
  bad: [
    `
global
    expose-experimental-directives
acme ca
#    ^^ needs a "directory"
    challenge http-01
${http}
frontend web
    bind :8080
`,
  ],
  good: [
    `
global
    expose-experimental-directives
acme ca
    directory https://acme.example.com/directory
    challenge http-01
    account-key /tmp/haproxy-acme.key
${http}
frontend web
    bind :8080
`,
  ],
  check(acme, { report }) {
    if (acme.parent !== undefined || isUncertain(acme, ...acme.children) || mayHoldLines(acme)) return;
    if (!acme.has("directory")) report({ at: acme.at(acme.nameWord), message: fill(messages.directory, acme.name) });
    const [ready, challenge] = [acme.find("challenge-ready"), acme.find("challenge")];
    // Without a choice it is http-01.
    const chosen = challenge === undefined ? "http-01" : challenge.statement.words[1]?.value;
    const waits = ready !== undefined && ready.statement.words[1]?.value !== "none";
    if (waits && chosen?.toLowerCase() === "http-01") {
      report({ at: ready.at(ready.title), message: fill(messages.ready, "http-01") });
    }
  },
};
