/** Signs that only a shell understands, in a command line that keepalived runs without one (lib/notify.c: execve). */

export interface ShellSign {
  /** The sign itself, such as `|` or `&&`. */
  readonly sign: string;
  /** Where it stands in the command line. */
  readonly index: number;
}

const sign = /(^|\s)(\|\|?|&&?|;|\d*>>?|<)(?=\s|$|&\d|\/)|;(?=\s)|\$\(|`/;

/** The first sign of shell syntax outside of quotes. A command that is a shell itself has none. */
export function shellSign(command: string): ShellSign | undefined {
  if (/^\s*(?:\/usr)?(?:\/local)?\/?(?:bin\/)?(?:env\s+)?(?:ba|da|z|k)?sh\s/.test(command)) return undefined;
  const plain = command.replace(/'[^']*'|"[^"]*"/g, (quoted) => "_".repeat(quoted.length));
  const found = sign.exec(plain);
  if (found === null) return undefined;
  const [all, , middle] = found;
  const text = middle ?? all;
  return { sign: text.trim(), index: found.index + all.indexOf(text) };
}
