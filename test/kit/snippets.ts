/** Our snippets as they are when a user inserts them and changes nothing, each in a file in which it makes sense. */
import fs from "node:fs";
import path from "node:path";
import { haproxy } from "./around/haproxy.ts";
import { here } from "./around/here.ts";
import { keepalived } from "./around/keepalived.ts";

export interface Snippet {
  readonly language: string;
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

export function readSnippets(language: string): readonly Snippet[] {
  const file = path.join(import.meta.dirname, "..", "..", "snippets", `${language}.json`);
  const snippets = JSON.parse(fs.readFileSync(file, "utf8")) as Readonly<
    Record<string, Omit<Snippet, "name" | "language">>
  >;
  return Object.entries(snippets).map(([name, snippet]) => ({ language, name, ...snippet }));
}

/** The text that a snippet inserts: each placeholder with its default, or the first of its choices. */
export function expand(body: string): string {
  const defaults = new Map<string, string>();
  let at = 0;
  const read = (until: string): string => {
    let text = "";
    while (at < body.length && body[at] !== until) {
      const rest = body.slice(at);
      const escaped = /^\\([\\$}])/.exec(rest);
      const mirror = /^\$(\d+)/.exec(rest);
      const choice = /^\$\{(\d+)\|([^|]*)\|\}/.exec(rest);
      const placeholder = /^\$\{(\d+):/.exec(rest);
      const [found = body.charAt(at), first = "", choices = ""] = escaped ?? mirror ?? choice ?? placeholder ?? [];
      at += found.length;
      if (escaped !== null) text += first;
      else if (mirror !== null) text += defaults.get(first) ?? "";
      else if (choice !== null) {
        defaults.set(first, choices.split(",")[0] ?? "");
        text += defaults.get(first) ?? "";
      } else if (placeholder !== null) {
        const value = read("}");
        at++;
        defaults.set(first, value);
        text += value;
      } else text += found;
    }
    return text;
  };
  return read("");
}

const around: Readonly<Record<string, Readonly<Record<string, string>>>> = { keepalived, haproxy };

/** A whole configuration with the snippet in it. */
export function fileWith({ language, prefix, body }: Snippet): string {
  const text = `${expand(body.join("\n")).trimEnd()}\n`;
  return (around[language]?.[prefix] ?? here).replace(here, () => text);
}

/** Prefixes that something is put around, so that a test can tell when one has no snippet any more. */
export function wrapped(language: string): readonly string[] {
  return Object.keys(around[language] ?? {});
}
