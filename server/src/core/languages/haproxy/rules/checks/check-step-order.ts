import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isCheckOption } from "../../model/checkOptions.ts";
import { isUncertain } from "../../model/gaps.ts";
import { front, http } from "../examples.ts";

const message = text('"{0}" cannot follow "{1}": "{2}" is missing between them', '"{0}"不能紧接"{1}"，中间缺少"{2}"');
const first = text(
  '"{0}" must be the first step where there is one, but "{1}" stands before it',
  '有"{0}"时它必须是第一步，但前面已有"{1}"',
);
const before = text("The step before", "上一个步骤");

type Step = "http-check connect" | "http-check send" | "http-check expect";

/** What each step may follow, and what is missing where it follows something else. */
const order: Readonly<Record<Step, { readonly after: readonly Step[]; readonly needs: Step }>> = {
  "http-check connect": { after: ["http-check expect"], needs: "http-check expect" },
  "http-check send": { after: ["http-check connect"], needs: "http-check connect" },
  "http-check expect": { after: ["http-check send", "http-check expect"], needs: "http-check send" },
};

/** Steps that only prepare others. */
const preparing = /^(?:comment|set-var|set-var-fmt|unset-var|disable-on-404|send-state)$/;

/** src/tcpcheck.c: tcpcheck_add_http_rule, parse_tcpcheck_connect. */
export const checkStepOrder: BlockRule<Globals> = {
  id: "haproxy/check-step-order",
  severity: "error",
  scope: "block",
  on: ["defaults", "listen", "backend"],
  summary: text("A step of a health check that cannot follow the one before.", "健康检查的步骤不能接在上一步之后。"),
  why: text(
    "Steps of an HTTP check come in rounds: `connect`, `send`, then one `expect` or several. A second round begins with a `connect` of its own. HAProxy refuses any other order.",
    "HTTP 检查的步骤按轮次书写：`connect`、`send`，然后是一个或多个 `expect`。第二轮要从新的 `connect` 开始。其他顺序会被 HAProxy 拒绝。",
  ),
  bad: [
    `${http}${front}
backend app
    option httpchk
    http-check connect port 8080
    http-check expect status 200
#   ^^^^^^^^^^^^^^^^^ "http-check expect" cannot follow "http-check connect": "http-check send" is missing between them
    server s1 192.0.2.11:80 check
`,
  ],
  good: [
    `${http}${front}
backend app
    option httpchk
    http-check connect port 8080
    http-check send meth GET uri /health
    http-check expect status 200
    http-check connect port 8081
    http-check send meth GET uri /ready
    http-check expect status 200
    server s1 192.0.2.11:80 check
`,
  ],
  check(block, { report }) {
    for (const kind of ["http-check", "tcp-check"]) {
      const steps = block.children.filter(({ keyword }) => isStep(keyword?.name, kind));
      const late = steps.find(({ keyword }) => keyword?.name === `${kind} connect`);
      const [one] = steps;
      if (late === undefined || one === undefined || late === one) continue;
      report({
        at: late.at(late.title),
        severity: isUncertain(late, one) ? "information" : "error",
        message: fill(first, `${kind} connect`, one.keyword?.name ?? ""),
        related: [{ ...one.at(one.title), message: before }],
      });
      return;
    }
    let last: Bound | undefined;
    let isHttp = false;
    for (const line of block.children) {
      // Steps without the option above them are not looked at: they are thrown away.
      if (isCheckOption(line)) isHttp = line.keyword?.name === "option httpchk" && line.negation === undefined;
      const step = stepOf(line);
      if (step === undefined) continue;
      const previous = last === undefined ? undefined : stepOf(last);
      if (isHttp && last !== undefined && previous !== undefined && !order[step].after.includes(previous)) {
        report({
          at: line.at(line.title),
          severity: isUncertain(line, last) ? "information" : "error",
          message: fill(message, step, previous, order[step].needs),
          related: [{ ...last.at(last.title), message: before }],
        });
      }
      last = line;
    }
  },
};

function isStep(name: string | undefined, kind: string): boolean {
  return name?.startsWith(`${kind} `) === true && !preparing.test(name.slice(kind.length + 1));
}

function stepOf({ keyword }: Bound): Step | undefined {
  const name = keyword?.name ?? "";
  return name in order ? (name as Step) : undefined;
}
