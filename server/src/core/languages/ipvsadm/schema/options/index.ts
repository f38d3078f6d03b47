/** All options but the commands (options_table in ipvsadm.c). */
import type { Option } from "../option.ts";
import { daemonOptions } from "./daemon.ts";
import { listingOptions } from "./listing.ts";
import { serverOptions } from "./server.ts";
import { serviceOptions } from "./services.ts";

export const options: readonly Option[] = [...serviceOptions, ...serverOptions, ...daemonOptions, ...listingOptions];

const byName = new Map(options.flatMap((option) => option.names.map((name) => [name, option] as const)));

/** The option of a name, whichever of its names that is. */
export function findOption(name: string): Option | undefined {
  return byName.get(name);
}
