/** Lines of the tables of IPVS rules, each in a file in which it makes sense. */

/** What stands above the lines of the tables: a service with one server. */
const above = "-A -t 192.0.2.1:80 -s rr\n-a -t 192.0.2.1:80 -r 192.0.2.11:80 -m\n";

/** A whole file with the line at its end. */
export function aroundLine(line: string): string {
  return `${above}${line}\n`;
}
