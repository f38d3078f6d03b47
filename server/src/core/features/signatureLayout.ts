/**
 * Long signatures, laid out so that one can read them: a part that may be left out is a line of its own, alternatives
 * fill lines, and of very many of them the last ones are left to the manual.
 */

/** What fits into a hover without a break. In characters. */
const longest = 96;
/** A line of those that are broken. In characters. */
const width = 76;
/** Lines of one part. */
const mostLines = 5;

/** A signature as one line, or as several where it is long. */
export function layOut(signature: string): string {
  const short = withoutRepetition(signature);
  if (short.length <= longest) return short;
  const isChoice = /\]…?\|/.test(atTopLevel(short));
  const [head = "", ...parts] = isChoice ? choices(short) : splitBefore(short, " [");
  return [...fill(head, "    "), ...parts.flatMap((part) => fill(part, "        ").map((line) => `    ${line.trimStart()}`))]
    .join("\n");
}
