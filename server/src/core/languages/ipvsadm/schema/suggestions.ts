/** Names that stand elsewhere in the file, for completion. */
import type { SuggestContext, Suggestion } from "../../../schema/value.ts";

/** Services of the file, behind commands that want one that is there. */
export function serviceNames({ names }: SuggestContext, command: string, protocol: string): readonly Suggestion[] {
  if (command === "-A") return [];
  return names("service", protocol).map((name) => {
    const [label = name, ...flags] = name.split(" ");
    return { label, kind: "reference", insert: [label, ...flags].join(" ") };
  });
}

/** Servers of the file, behind commands that want one that is there. */
export function serverNames({ names }: SuggestContext, command: string): readonly Suggestion[] {
  if (command === "-a") return [];
  return [...new Set(names("server"))].map((label) => ({ label, kind: "reference" }));
}
