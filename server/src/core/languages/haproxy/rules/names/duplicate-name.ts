import type { Mention } from "../../../../model/configuration.ts";
import { withoutRereads } from "../../../../rules/generic/place.ts";
import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Severity } from "../../../../schema/problem.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { front, http } from "../examples.ts";
import { nounOf } from "./nouns.ts";

const messages = {
  refused: text('A {0} named "{1}" is defined already', '名为"{1}"的 {0} 已经定义过'),
  ignored: text(
    'A {0} named "{1}" is defined already; this one is ignored',
    '名为"{1}"的 {0} 已经定义过，此处会被忽略',
  ),
  builtIn: text('HAProxy has a ring "{0}" of its own', 'HAProxy 自带名为"{0}"的环形缓冲区'),
  before: text("It is defined here before", "此前已在此处定义"),
};

interface Kind {
  readonly scope: string;
  /** What becomes of the second one, since which version; the oldest first. */
  readonly since: readonly (readonly [version: string, severity: Severity])[];
}

const refused = [["1.5", "error"]] as const;
const ignored = [["1.5", "warning"]] as const;

/** Looked at with all versions from 2.6 to 3.5; servers and defaults have rules of their own. */
const kinds: readonly Kind[] = [
  { scope: "frontend", since: refused },
  { scope: "backend", since: refused },
  { scope: "resolvers", since: refused },
  { scope: "nameserver", since: refused },
  { scope: "peers", since: refused },
  // Only a section that has a local peer is checked before 3.5, which no file shows.
  {
    scope: "peer",
    since: [
      ["1.5", "warning"],
      ["3.5", "error"],
    ],
  },
  {
    scope: "table",
    since: [
      ["1.5", "warning"],
      ["3.0", "error"],
    ],
  },
  { scope: "mailers", since: refused },
  { scope: "cache", since: refused },
  { scope: "ring", since: refused },
  { scope: "fcgi-app", since: refused },
  { scope: "http-errors", since: refused },
  { scope: "log-forward", since: refused },
  { scope: "log-profile", since: refused },
  { scope: "program", since: refused },
  { scope: "acme", since: refused },
  { scope: "healthcheck", since: refused },
  { scope: "userlist", since: ignored },
  { scope: "user", since: ignored },
  { scope: "group", since: ignored },
];

/** src/cfgparse-listen.c, and the parser of each section; src/cfgparse.c for userlists. */
export const duplicateName: ConfigurationRule<Globals> = {
  id: "haproxy/duplicate-name",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text("Two things of one kind with the same name.", "两个同类的对象使用了相同的名称。"),
  why: text(
    "A name must lead to one thing. HAProxy refuses a second section of the same name, mostly a copy that was not renamed; of users, groups and userlists it keeps the first and goes on without the second.",
    "一个名称只能指向一个对象。HAProxy 拒绝同名的第二个段（多半是复制后忘了改名）；对于用户、组和用户列表，则保留第一个并忽略第二个。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    default_backend app
listen web
#      ^^^ error: A frontend named "web" is defined already
    bind :8081
    server s1 127.0.0.1:8001
backend app
    server s1 127.0.0.1:8000
`,
    `
userlist staff
    user ann insecure-password one
    user ann insecure-password two
#        ^^^ warning: A user named "ann" is defined already; this one is ignored
${http}${front}backend app
    http-request auth unless { http_auth(staff) }
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `
userlist staff
    user ann insecure-password one
userlist guests
    user ann insecure-password two
${http}${front}backend app
    http-request auth unless { http_auth(staff) } || { http_auth(guests) }
    server s1 127.0.0.1:8000
cache app
    total-max-size 4
`,
  ],
  check(configuration, { report, version }) {
    const reported = new Set<Mention["value"]["word"]>();
    // The local peer may not come twice, in no version; it is called like this host where nothing says its name.
    const local = configuration.all("localpeer").at(-1)?.statement.words[1]?.value;
    for (const { scope, since } of kinds) {
      const severity = since.findLast(([from]) => atLeast(version, from))?.[1] ?? "warning";
      for (const definitions of configuration.repeated(scope)) {
        const [before, ...others] = withoutRereads(definitions, (mention) => mention.bound);
        for (const one of others) {
          // A listen is a frontend and a backend; one finding is enough.
          if (before === undefined || reported.has(one.value.word)) continue;
          reported.add(one.value.word);
          report({
            at: one.bound.at(one.value.word),
            severity: isUncertain(one.bound, before.bound)
              ? "information"
              : scope === "peer" && one.name === local
                ? "error"
                : severity,
            message: fill(messageOf(since), nounOf(scope), shownName(one)),
            related: [{ ...before.bound.at(before.value.word), message: messages.before }],
          });
        }
      }
    }
    for (const name of ["buf0", "stdout", "stderr"]) {
      for (const { bound, value } of configuration.definitions("ring", name)) {
        report({ at: bound.at(value.word), message: fill(messages.builtIn, name) });
      }
    }
  },
};

function messageOf(since: Kind["since"]): Text {
  return since === ignored ? messages.ignored : messages.refused;
}

/** The name as it is written: a table of peers is defined as `peers/table`. */
function shownName({ value }: Mention): string {
  return value.word.value;
}
