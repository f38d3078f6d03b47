/** The hosts that a question about one file is about. */
import type { Estate, Host } from "../../model/cluster/host.ts";

/** All hosts of the clusters of those that read a file, included or not; in the order of the estate. */
export function hostsAround({ hosts, clusters }: Estate, uri: string): readonly Host[] {
  const reads = ({ files, configurations }: Host) =>
    files.some((file) => file.uri === uri) || configurations.some((one) => one.files.includes(uri));
  const around = new Set(clusters.filter((one) => one.hosts.some(reads)).flatMap((one) => one.hosts));
  return hosts.filter((host) => around.has(host));
}
