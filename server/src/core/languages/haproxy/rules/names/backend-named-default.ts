import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { http } from "../examples.ts";

const message = text(
  'HAProxy 3.3 and the first releases of 3.4 take "{0}" for the resolvers section of that name',
  'HAProxy 3.3 和 3.4 的早期版本会把"{0}"当成同名的 resolvers 段',
);
const resolvers = text("This section hides it", "被此段遮住");

/** haproxy issue 3445: a resolvers section brought a hidden backend in mode tcp along; mended before 3.5. */
export const backendNamedDefault: ConfigurationRule<Globals> = {
  id: "haproxy/backend-named-default",
  severity: "warning",
  scope: "configuration",
  reads: anything,
  summary: text("A backend called like a resolvers section.", "后端与 resolvers 段同名。"),
  why: text(
    "In HAProxy 3.3 and early 3.4, each resolvers section has a hidden backend of its name, and there is always one named `default`. `use_backend default` then finds that one: the configuration is refused because of its mode, or traffic in mode tcp goes to the name servers.",
    "在 HAProxy 3.3 和 3.4 早期版本中，每个 resolvers 段都带有一个同名的隐藏后端，而且总存在名为 `default` 的段。`use_backend default` 会找到它：配置因模式不符被拒绝，tcp 模式下流量甚至会被送往 DNS 服务器。",
  ),
  since: "3.3",
  until: "3.4",
  bad: [
    `${http}
frontend web
    bind :8080
    default_backend default
#                   ^^^^^^^ take "default" for the resolvers section of that name
backend default
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    default_backend fallback
backend fallback
    server s1 127.0.0.1:8000
`,
  ],
  check(configuration, { report, version }) {
    if (!atLeast(version, "3.3") || atLeast(version, "3.5")) return;
    for (const name of new Set([...configuration.names("resolvers"), "default"])) {
      if (configuration.definitions("backend", name).length === 0) continue;
      const [other] = configuration.definitions("resolvers", name);
      for (const { bound, value } of configuration.uses("backend", name)) {
        if (!/^(?:default|use)_backend$/.test(bound.keyword?.name ?? "")) continue;
        report({
          at: bound.at(value.word),
          message: fill(message, name),
          related: other === undefined ? [] : [{ ...other.bound.at(other.value.word), message: resolvers }],
        });
      }
    }
  },
};
