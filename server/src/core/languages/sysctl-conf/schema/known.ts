/** Whether a key exists in some kernel, as far as it is known here. */
import { findPattern } from "../../../schema/lookup.ts";
import { findKeyword } from "../../../schema/spec.ts";
import { root } from "./index.ts";
import { others } from "./others.ts";

/** `key` has dots between its names. */
export function isKnown(key: string): boolean {
  if (findKeyword(root, key) !== undefined || findPattern(root, key) !== undefined) return true;
  const parts = key.split(".");
  return others.has(key) || others.has(parts.map((part, at) => (at === 3 ? "*" : part)).join("."));
}
