/**
 * The two ways to write a key. The separator that comes first parts the names; the other one stands for a dot within a
 * name, as interfaces have it (procps: slashdot in src/sysctl.c; systemd: sysctl_normalize in src/shared/sysctl-util.c).
 */

const exchanged: Readonly<Record<string, string>> = { ".": "/", "/": "." };

/** The key with dots between its names, whatever way it was written: `net.ipv4.conf.eth0/100.rp_filter`. */
export function dotted(written: string): string {
  return /[./]/.exec(written)?.[0] === "/" ? exchange(written) : written;
}

/** The other way to write the same key; also the name of an interface as a part of a key, and back. */
export function exchange(written: string): string {
  return written.replace(/[./]/g, (separator) => exchanged[separator] ?? separator);
}
