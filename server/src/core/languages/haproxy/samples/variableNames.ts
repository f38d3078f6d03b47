/** Names of variables: a scope, a dot and the rest (src/vars.c: vars_fill_desc). */
import { atLeast } from "../../../text/version.ts";

/** Scopes that every version knows, and those of the parent stream, which can only be read. */
const scopes = ["proc", "sess", "txn", "req", "res", "check"];
const parents = ["psess", "ptxn", "preq", "pres"];

/** The scopes of variables that a version knows. */
export function variableScopes(version: string): readonly string[] {
  return atLeast(version, "3.1") ? [...scopes, ...parents] : scopes;
}

export type VariableFault = "empty" | "scope" | "characters";

/** Why it is no name of a variable. */
export function variableFault(name: string, version: string): VariableFault | undefined {
  if (name === "") return "empty";
  const [, scope = "", rest = ""] = /^([a-z]+)\.(.+)$/s.exec(name) ?? [];
  if (!variableScopes(version).includes(scope)) return "scope";
  return /^[A-Za-z0-9_.]*$/.test(rest) ? undefined : "characters";
}

export function isVariableName(name: string, version: string): boolean {
  return variableFault(name, version) === undefined;
}
