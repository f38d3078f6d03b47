/** Which interfaces a configuration names; read roughly, as it only has to set the scene for the daemon. */

/** The word after these is an interface. */
const afterKeyword =
  /(?<![\w.])(?:interface|dev|oif|iif|vrf|bind_if|default_interface|lvs_sync_daemon(?:_interface)?)[ \t]+([^\s{}"]+)/g;
/** The first word of each line in these blocks is one; in `interfaces`, every word. */
const inBlock = /(?<![\w.])(track_interface|linkbeat_interfaces|interface_up_down_delays|interfaces)\s*\{([^{}]*)\}?/g;
/** What the daemon takes where no interface is given. */
const fallback = "eth0";

/** Every interface that the texts name, each once. */
export function interfacesIn(texts: readonly string[]): string[] {
  const names = new Set([fallback]);
  const definitions = new Map<string, string[]>();
  // Without comments, and without the conditions of conditional lines.
  const plain = texts.map((text) => text.replace(/[#!].*/g, "").replace(/^([ \t]*)@\S+/gm, "$1"));
  for (const text of plain) collectDefinitions(text, definitions);
  for (const text of plain) {
    for (const written of writtenIn(text)) {
      for (const name of expand(written, definitions)) names.add(name);
    }
  }
  return [...names];
}

function* writtenIn(text: string): Iterable<string> {
  for (const [, word = ""] of text.matchAll(afterKeyword)) yield word;
  for (const [, keyword, body = ""] of text.matchAll(inBlock)) {
    for (const line of body.split("\n")) {
      const words = line.trim().split(/\s+/).filter(Boolean);
      yield* keyword === "interfaces" ? words : words.slice(0, 1);
    }
  }
}

/** `$NAME=value`, `~SEQ(name, 1, 4)` and `~LST(name, a, b)`: each name may have several values. */
function collectDefinitions(text: string, definitions: Map<string, string[]>): void {
  const add = (name: string, values: readonly string[]) => {
    definitions.set(name, [...(definitions.get(name) ?? []), ...values]);
  };
  for (const [, name = "", value = ""] of text.matchAll(/^\s*\$(\w+)=[ \t]*(.*?)[ \t]*$/gm)) add(name, [value]);
  for (const [, name = "", list = ""] of text.matchAll(/~LST\(\s*(\w+)\s*,([^){}]*)\)/g)) {
    add(
      name,
      list.split(",").map((value) => value.trim()),
    );
  }
  for (const [, name = "", list = ""] of text.matchAll(/~SEQ\(\s*(\w+)\s*,([^)]*)\)/g)) {
    const numbers = list.split(",").map(Number);
    const first = numbers.length > 1 ? (numbers[0] ?? 1) : 1;
    const last = numbers.at(-1) ?? 1;
    const length = Math.min(Math.abs(last - first) + 1, 64) || 1;
    add(
      name,
      Array.from({ length }, (_, index) => String(Math.min(first, last) + index)),
    );
  }
}

/** A word with its definitions put in, in every combination; a word that stays open is left out. */
function expand(word: string, definitions: ReadonlyMap<string, readonly string[]>, depth = 0): string[] {
  const use = /\$(?:\{(\w+)\}|(\w+))/.exec(word);
  if (use === null) return [word];
  if (depth > 4) return [];
  const values = definitions.get(use[1] ?? use[2] ?? "") ?? [];
  return values.flatMap((value) =>
    expand(
      word.replace(use[0], () => value),
      definitions,
      depth + 1,
    ),
  );
}
