/** How commands and options are written, for the reader of words. */
import type { Spelling } from "../syntax/options.ts";
import { commands } from "./commands.ts";
import { options } from "./options/index.ts";

export const spelling: Spelling = new Map(
  [...commands, ...options].flatMap(({ names, takes }) =>
    names.map((name) => [name, { name: names[0] ?? name, takes }] as const),
  ),
);
