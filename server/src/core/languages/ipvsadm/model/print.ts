/** A table as `ipvsadm -S -n` prints it (print_service_entry in ipvsadm.c), but for the order of its lines. */
import { formatEndpoint } from "./address.ts";
import type { Server, Service, Table } from "./table.ts";

const options = { tcp: "-t", udp: "-u", sctp: "--sctp-service" };
const methods = { NAT: "-m", DR: "-g", TUN: "-i" };

/** The lines of all services with their servers, in the order in which they were added. */
export function printTable({ services }: Table): readonly string[] {
  return services.flatMap((service) => [
    printService(service),
    ...service.servers.map((server) => printServer(service, server)),
  ]);
}

function nameOf({ protocol, host, family, port, mark }: Service): string {
  // Printed with a sign, so that large marks become negative.
  if (protocol === "fwmark" || host === undefined) return `-f ${mark | 0}${family === 6 ? " -6" : ""}`;
  return `${options[protocol]} ${formatEndpoint(host, family, port)}`;
}

function printService(service: Service): string {
  const { persistence, engine, onePacket, flags, family } = service;
  const words = [`-A ${nameOf(service)} -s ${service.scheduler}`];
  if (persistence !== undefined) {
    words.push(`-p ${persistence.seconds}`);
    if (persistence.netmask !== (family === 6 ? "128" : "255.255.255.255")) words.push(`-M ${persistence.netmask}`);
  }
  if (engine !== undefined) words.push(`--pe ${engine}`);
  if (onePacket) words.push("-o");
  if (flags.length > 0) words.push(`-b ${flags.join(",")}`);
  return words.join(" ");
}

function printServer(service: Service, server: Server): string {
  const { host, family, port, method, weight, tunnel } = server;
  const words = [`-a ${nameOf(service)} -r ${formatEndpoint(host, family, port)} ${methods[method]} -w ${weight}`];
  if (tunnel !== undefined) {
    words.push(`--tun-type ${tunnel.type}`);
    if (tunnel.type === "gue") words.push(`--tun-port ${tunnel.port}`);
    if (tunnel.type !== "ipip") words.push(`--tun-${tunnel.checksum}`);
  }
  return words.join(" ");
}
