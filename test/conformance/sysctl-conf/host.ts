/**
 * A host of its own for sysctl: a network namespace, in which only keys of the network are its own. What is not, such as
 * kernel.* and fs.*, can only be read there, so that nothing that is judged reaches this machine.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { requireDebian } from "../../../scripts/debian.ts";
import { Namespace, quote } from "../namespace.ts";
import { workFolder } from "../room.ts";

/** What the namespace has beside `lo`; one with a dot in its name. */
export const interfaces = ["eth0", "eth1", "tunl0", "eth0.100", "eth0.101"];

/** Makes sure that what judging needs is there; throws an error that says what is missing. */
export function requireSysctl(): void {
  const wanted = [
    { program: "sysctl", argument: "--version", packageName: "procps" },
    { program: "ip", argument: "-V", packageName: "iproute2" },
  ];
  const missing = wanted.filter(({ program, argument }) => spawnSync(program, [argument]).error !== undefined);
  requireDebian(missing.map(({ packageName }) => packageName));
}

export function sysctlVersion(): string {
  return spawnSync("sysctl", ["--version"], { encoding: "utf8" }).stdout.trim();
}

let used = 0;

export class Host {
  readonly #namespace = new Namespace();

  constructor() {
    this.#namespace.ensure(interfaces);
  }

  /** Makes everything below /proc/sys read-only that is not the namespace's own; must be called first. */
  async protect(): Promise<void> {
    const folders = ["abi", "debug", "dev", "fs", "kernel", "user", "vm"];
    const each = folders.map((name) => `/proc/sys/${name}`).filter((folder) => fs.existsSync(folder));
    for (const folder of each) {
      const status = await this.#namespace.run(
        `(mount --bind ${folder} ${folder} && mount -o remount,ro,bind ${folder}) >/dev/null 2>&1`,
      );
      if (status !== 0) throw new Error(`${folder} cannot be protected, so nothing is judged.`);
    }
  }

  /** What a command prints, errors as well. */
  async ask(command: string): Promise<string> {
    const file = path.join(workFolder(), `asked-${used++}`);
    await this.#namespace.run(`(${command}) >${quote(file)} 2>&1 </dev/null`);
    const text = fs.readFileSync(file, "utf8");
    fs.rmSync(file);
    return text;
  }

  /** What `sysctl -p` complains of in a text. */
  async load(text: string): Promise<readonly string[]> {
    const file = path.join(workFolder(), `loaded-${used++}.conf`);
    fs.writeFileSync(file, text);
    const output = await this.ask(`sysctl -p ${quote(file)} >/dev/null`);
    fs.rmSync(file);
    return output.split("\n").filter((line) => line !== "");
  }

  /** The keys of the network that may be written here, with dots between their names. */
  async writable(): Promise<ReadonlySet<string>> {
    const found = await this.ask(
      'find /proc/sys/net -type f | while read -r file; do [ -w "$file" ] && echo "$file"; done',
    );
    return new Set(
      found
        .split("\n")
        .filter((line) => line !== "")
        .map(keyOf),
    );
  }

  /** What keys are set to, by key; those that cannot be read are left out. */
  async values(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const files = keys.map((key) => `/proc/sys/${pathOf(key)}`);
    const found = await this.ask(`for file in ${files.map(quote).join(" ")}; do echo "$file $(cat "$file")"; done`);
    const pairs = found.split("\n").flatMap((line) => {
      const [, file, value] = /^(\/proc\/sys\/\S+) (.*)$/.exec(line) ?? [];
      return file === undefined || value === undefined ? [] : [[keyOf(file), value] as const];
    });
    return new Map(pairs);
  }
}

function keyOf(file: string): string {
  return file
    .replace("/proc/sys/", "")
    .split("/")
    .map((name) => name.replaceAll(".", "/"))
    .join(".");
}

function pathOf(key: string): string {
  return key
    .split(".")
    .map((name) => name.replaceAll("/", "."))
    .join("/");
}
