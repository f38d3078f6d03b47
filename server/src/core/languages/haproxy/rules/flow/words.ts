/** How rules are called in messages. */
import type { Bound } from "../../../../schema/bound.ts";

/** The words of a rule up to its condition, as far as they tell it from others: `use_backend api`, `http-request deny`. */
export function written(rule: Bound): string {
  const { keyword, values } = rule;
  const title = rule.named.map((word) => word.value).join(" ");
  const argument =
    keyword?.name === "use_backend" || keyword?.name === "use-server" ? values[0]?.word.value : undefined;
  const whole = argument === undefined ? title : `${title} ${argument}`;
  return whole.length > 40 ? `${whole.slice(0, 39)}…` : whole;
}
