/** Names of ports that every Linux distribution's list of services has (RFC 6335's registry). */
import type { Protocol } from "./address.ts";

interface Named {
  readonly port: number;
  /** In which the lists have it. */
  readonly protocols: readonly Protocol[];
}

const tcp = (port: number): Named => ({ port, protocols: ["tcp"] });
const udp = (port: number): Named => ({ port, protocols: ["udp"] });
const both = (port: number): Named => ({ port, protocols: ["tcp", "udp"] });

const ports: ReadonlyMap<string, Named> = new Map(
  Object.entries({
    ftp: tcp(21),
    ssh: tcp(22),
    telnet: tcp(23),
    smtp: tcp(25),
    domain: both(53),
    tftp: udp(69),
    http: tcp(80),
    pop3: tcp(110),
    ntp: udp(123),
    imap2: tcp(143),
    snmp: both(161),
    ldap: both(389),
    https: both(443),
    submission: tcp(587),
    ldaps: both(636),
    imaps: tcp(993),
    pop3s: tcp(995),
    syslog: udp(514),
    radius: both(1812),
    mysql: tcp(3306),
    postgresql: tcp(5432),
    sip: both(5060),
  }),
);

/** The port of a name; undefined where only the host's own list can tell. */
export function servicePort(name: string, protocol: Protocol): number | undefined {
  const named = ports.get(name);
  return named?.protocols.includes(protocol) === true ? named.port : undefined;
}
