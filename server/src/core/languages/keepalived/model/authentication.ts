/** What the `authentication` blocks of an instance come to (keepalived/vrrp/vrrp_parser.c: vrrp_auth_type_handler). */
import type { Bound } from "../../../schema/bound.ts";
import { mayHoldMore } from "./gaps.ts";

export interface Authentication {
  readonly blocks: readonly Bound[];
  /** The last `auth_type` that is known. */
  readonly type: Bound | undefined;
  readonly password: Bound | undefined;
  /** Nothing that is out of view can bring the password. */
  readonly passwordMissing: boolean;
}

export function readAuthentication(instance: Bound): Authentication {
  const blocks = instance.all("authentication");
  const types = blocks.flatMap((block) => block.all("auth_type"));
  const password = blocks.flatMap((block) => block.all("auth_pass")).at(-1);
  const inView = !mayHoldMore(instance) && !blocks.some(mayHoldMore);
  return {
    blocks,
    type: types.findLast((type) => type.name === "PASS" || type.name === "AH"),
    password,
    passwordMissing: inView && (password === undefined || password.values[0]?.word.value === ""),
  };
}
