/**
 * What may stand before a rule where it was copied from a shell: the command itself, with its path or with `sudo`.
 * `ipvsadm -R` skips the bare word "ipvsadm" only (config_stream.c).
 */

/** How many of the words of a line come before the rule. */
export function prefixLength(words: readonly string[]): number {
  const sudo = words[0] === "sudo" ? 1 : 0;
  return /^(?:\/.*\/|\/)?ipvsadm$/s.test(words[sudo] ?? "") ? sudo + 1 : 0;
}

/** The same, for the beginning of a line's text. */
export const prefixPattern = String.raw`(?:(?:sudo[ \t\r]+)?(?:/(?:[^ \t\r\n]*/)?)?ipvsadm[ \t\r]+)?`;
