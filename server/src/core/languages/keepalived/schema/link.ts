/** Where a keyword is described upstream. */

/** The section of the manual page keepalived.conf(5) with that heading, blanks written as underscores. */
export function manual(section: string): string {
  return `https://manpages.debian.org/testing/keepalived/keepalived.conf.5.en.html#${section}`;
}
