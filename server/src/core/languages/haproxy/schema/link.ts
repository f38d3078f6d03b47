/** Links into the configuration manual. */

/** The place of a keyword in a chapter of the manual; of the newest LTS, where an older one is not named. */
export function manual(section: string, name: string, version = "3.4"): string {
  return `https://docs.haproxy.org/${version}/configuration.html#${section}-${encodeURIComponent(name)}`;
}
