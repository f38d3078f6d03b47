// File name patterns as glob(3) reads them with braces: * ? [a-z] [!a-z] {one,two}. Pure, so that tests need no VS Code.

/** A configuration names a handful of alternatives; `{,}{,}{,}…` doubles with each pair and must end somewhere. */
const mostAlternatives = 1_000;

/** Every pattern without braces that a pattern with braces stands for. */
export function expandBraces(pattern: string): readonly string[] {
  const finished: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined && finished.length < mostAlternatives; next = open.pop()) {
    // The innermost pair first: it has no brace inside, so that its commas are its own.
    const pair = /\{([^{}]*)\}/.exec(next);
    if (pair === null) {
      finished.push(next);
      continue;
    }
    const before = next.slice(0, pair.index);
    const after = next.slice(pair.index + pair[0].length);
    for (const alternative of (pair[1] ?? "").split(",").reverse()) {
      open.push(before + alternative + after);
    }
  }
  // An alternative outside an inner pair comes out once for each of the inner ones.
  return [...new Set(finished)];
}

/** A test for names in a folder; undefined when the segment has no wildcard and so names one entry. */
export function segmentMatcher(segment: string): ((name: string) => boolean) | undefined {
  if (!/[*?[]/.test(segment)) {
    return undefined;
  }
  const parts = parse(segment);
  // As in a shell, hidden files must be asked for.
  const hidden = segment.startsWith(".");
  return (name) => (hidden || !name.startsWith(".")) && matches(parts, name);
}

/** One place of a pattern: a test for one character, or a star. */
type Part = "star" | ((character: string) => boolean);

function parse(segment: string): readonly Part[] {
  const parts: Part[] = [];
  // A set ends at the first "]" that is not its first character; a "[" without an end is an ordinary character.
  for (const [word, negated, set] of segment.matchAll(/\[([!^]?)(\]?[^\]]*)\]|\*+|./gsu)) {
    if (set !== undefined) {
      const members = [...set.matchAll(/(.)-(.)|./gsu)];
      const inSet = (character: string): boolean =>
        members.some(([one, from = one, to = one]) => from <= character && character <= to);
      parts.push((character) => inSet(character) !== (negated !== ""));
    } else if (word.startsWith("*")) {
      parts.push("star");
    } else {
      parts.push((character) => word === "?" || character === word);
    }
  }
  return parts;
}

/** Goes back to the last star only, which is enough, so that no pattern takes more than parts times characters. */
function matches(parts: readonly Part[], name: string): boolean {
  const characters = [...name];
  let part = 0;
  let at = 0;
  let star: { readonly part: number; at: number } | undefined;
  while (at < characters.length) {
    const test = parts[part];
    if (test === "star") {
      star = { part: part++, at };
    } else if (test?.(characters[at] ?? "") === true) {
      part++;
      at++;
    } else if (star !== undefined) {
      part = star.part + 1;
      at = ++star.at;
    } else {
      return false;
    }
  }
  return parts.slice(part).every((rest) => rest === "star");
}

/**
 * A test for paths with `/` between their parts: `**` stands for any number of folders, and a pattern that names a folder
 * for all that lies in it.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const patterns = expandBraces(pattern).map((one) =>
    one
      .split("/")
      .filter((segment) => segment !== "" && segment !== ".")
      .map((segment) => (segment === "**" ? "any" : (segmentMatcher(segment) ?? ((name: string) => name === segment)))),
  );
  return (path) => patterns.some((segments) => matchesPath(segments, path.split("/").filter(Boolean)));
}

/** Goes through the places of the pattern that can be reached, part by part, so that no pattern takes long. */
function matchesPath(segments: readonly ("any" | ((name: string) => boolean))[], parts: readonly string[]): boolean {
  const reach = (places: Iterable<number>) => {
    const reached = new Set<number>();
    for (const place of places) {
      let at = place;
      reached.add(at);
      while (segments[at] === "any") reached.add(++at);
    }
    return reached;
  };
  let places = reach([0]);
  for (const part of parts) {
    const next: number[] = [];
    for (const place of places) {
      const segment = segments[place];
      // At its end the pattern has named a folder, and whatever is below belongs to it.
      if (segment === "any" || segment === undefined) next.push(place);
      else if (segment(part)) next.push(place + 1);
    }
    places = reach(next);
  }
  return places.has(segments.length);
}
