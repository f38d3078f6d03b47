// Debian packages that a script needs (a browser for the tests, for example): installs them when it may,
// otherwise says which are missing and which command installs them.

import { spawnSync } from "node:child_process";

/** Returns when every package is installed; throws an error that names the missing ones otherwise. */
export function requireDebian(packages: readonly string[]): void {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) {
    return;
  }
  const command = ["apt-get", "install", "-y", "--no-install-recommends", ...missing];
  const elevate = elevation();
  if (elevate !== undefined && existsOnPath("apt-get")) {
    console.log(`Installing Debian packages: ${missing.join(", ")}`);
    // A machine that never ran it has no package lists; a failed update still leaves older lists to try.
    run([...elevate, "apt-get", "update"]);
    if (run([...elevate, ...command])) {
      return;
    }
  }
  throw new Error(`Missing Debian packages: ${missing.join(", ")}. Install them with: sudo ${command.join(" ")}`);
}

/** The words to put before a command to run it as root; undefined when that needs a password. */
function elevation(): readonly string[] | undefined {
  if (process.getuid?.() === 0) {
    return [];
  }
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : undefined;
}

function isInstalled(name: string): boolean {
  const query = spawnSync("dpkg-query", ["-W", "-f", "$" + "{db:Status-Status}", name], { encoding: "utf8" });
  return query.status === 0 && query.stdout === "installed";
}

function existsOnPath(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;
}

function run([program = "", ...args]: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: "inherit", env }).status === 0;
}
