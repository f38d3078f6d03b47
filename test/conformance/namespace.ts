/**
 * A shell in a network namespace of its own, kept for many commands: making a namespace and its interfaces costs more
 * than a judgement does.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import type { Socket } from "node:net";

/** Interface names that the kernel takes and that need no quoting in a shell. */
const usableName = /^(?!(?:all|default|lo|\.{1,2})$)[\w.:-]{1,15}$/;

interface Waiting {
  readonly resolve: (status: number) => void;
  readonly reject: (error: Error) => void;
}

/** Runs shell commands one after the other inside a namespace. */
export class Namespace {
  readonly #shell: ChildProcess;
  readonly #waiting: Waiting[] = [];
  readonly #interfaces = new Set<string>();
  readonly #aliases = new Set<string>();
  #ownsEverything = false;
  #output = "";

  constructor() {
    const [program = "unshare", ...args] = namespaceShell();
    this.#shell = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"], env: { ...process.env, LC_ALL: "C" } });
    this.#shell.stdout?.setEncoding("latin1").on("data", (chunk: string) => this.#read(chunk));
    this.#shell.on("error", (error) => this.#fail(error));
    this.#shell.on("exit", () => this.#fail(new Error(`${program} ${args.join(" ")} ended by itself.`)));
    // The shell ends with its input; an idle namespace must not keep the program alive.
    this.#shell.unref();
    this.#hold(false);
    this.#send("ulimit -c 0; ip link set lo up; echo node >/proc/sys/kernel/hostname");
    this.#send("mount -t tmpfs tmpfs /run && mkdir /run/netns");
  }

  /** Commands that were given and have not ended. */
  get load(): number {
    return this.#waiting.length;
  }

  /** Makes the interfaces that are not there yet; names that the kernel refuses are left out. */
  ensure(names: readonly string[]): void {
    for (const name of names) {
      if (this.#interfaces.has(name) || !usableName.test(name)) continue;
      this.#interfaces.add(name);
      const number = this.#interfaces.size;
      const peer = `conf-peer${number}`;
      // Both ends up, or the interface has no link and no link-local address.
      this.#send(
        `ip link add name ${name} type veth peer name ${peer} && ip link set dev ${peer} up && ip link set dev ${name} up && ` +
          `ip addr add 198.18.${number >> 8}.${number & 255}/32 dev ${name}`,
      );
    }
  }

  /**
   * Makes this namespace known under names that a configuration switches to: in a namespace that does not exist the
   * daemon checks nothing and is content.
   */
  alias(names: readonly string[]): void {
    for (const name of names) {
      if (this.#aliases.has(name) || !/^\w[\w.-]*$/.test(name)) continue;
      this.#aliases.add(name);
      this.#send(`touch /run/netns/${name} && mount --bind /proc/self/ns/net /run/netns/${name}`);
    }
  }

  /** Makes every address one of this host: what looks for a name server gets a refusal at once instead of waiting. */
  ownEverything(): void {
    if (this.#ownsEverything) return;
    this.#ownsEverything = true;
    this.#send("ip route add local 0.0.0.0/0 dev lo; ip -6 route add local ::/0 dev lo");
  }

  /** The exit status of a command; 128 + N when signal N ended it. */
  run(line: string): Promise<number> {
    this.#hold(true);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#send(`${line}; echo $?`);
    });
  }

  #send(line: string): void {
    // What these commands print is of no interest, only the status that `run` asks for.
    const quiet = line.endsWith("; echo $?") ? line : `{ ${line}; } >/dev/null`;
    this.#shell.stdin?.write(`${quiet}\n`);
  }

  #read(chunk: string): void {
    this.#output += chunk;
    for (let end = this.#output.indexOf("\n"); end >= 0; end = this.#output.indexOf("\n")) {
      const status = Number(this.#output.slice(0, end));
      this.#output = this.#output.slice(end + 1);
      this.#waiting.shift()?.resolve(status);
    }
    if (this.#waiting.length === 0) this.#hold(false);
  }

  #fail(error: Error): void {
    for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
  }

  #hold(hold: boolean): void {
    const pipe = this.#shell.stdout as Socket | null;
    const input = this.#shell.stdin as Socket | null;
    if (hold) pipe?.ref();
    else pipe?.unref();
    input?.unref();
  }
}

/** A word of a shell command. */
export function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

let found: readonly string[] | undefined;

/** The command that starts a shell in new namespaces: as root, by a user namespace, or by sudo. */
export function namespaceShell(): readonly string[] {
  const unshare = ["unshare", "--net", "--uts", "--mount"];
  const ways = [unshare, [...unshare, "--map-root-user"], ["sudo", "-n", ...unshare]];
  found ??= ways.find(([program = "", ...args]) => spawnSync(program, [...args, "true"]).status === 0);
  if (found === undefined) {
    throw new Error("A network namespace is needed: run as root, allow user namespaces, or allow sudo.");
  }
  return [...found, "sh"];
}
