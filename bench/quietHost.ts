import type { ServiceHost } from "../server/src/core/service.ts";

/** A host on which no other file is to be found; a rule that throws ends the measurement. */
export const quietHost: ServiceHost = {
  list: () => [],
  read: () => undefined,
  failed(rule, error) {
    throw new Error(`The rule ${rule} failed`, { cause: error });
  },
};
