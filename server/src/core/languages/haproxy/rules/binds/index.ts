/** Rules about what is listened on, and TLS. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { bindAddressVariable } from "./bind-address-variable.ts";
import { bindCertificateMissing } from "./bind-certificate-missing.ts";
import { bindDuplicate } from "./bind-duplicate.ts";
import { bindThreadRange } from "./bind-thread-range.ts";
import { statsSocketOpen } from "./stats-socket-open.ts";
import { tlsVersionIgnored } from "./tls-version-ignored.ts";
import { tlsVersionRange } from "./tls-version-range.ts";

export const bindRules: readonly Rule<Globals>[] = [
  bindAddressVariable,
  bindCertificateMissing,
  bindDuplicate,
  bindThreadRange,
  statsSocketOpen,
  tlsVersionIgnored,
  tlsVersionRange,
];
