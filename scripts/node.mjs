// Before every npm script: says what to do where it could only fail. Plain JavaScript that any Node understands.
// npm puts node_modules/.bin first, so the Node that `npm ci` brings along (optionalDependencies) goes before the
// machine's own.

import fs from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);

if (!fs.existsSync(new URL("../node_modules/esbuild", import.meta.url))) {
  stop("Nothing is installed yet. Run this first: npm ci");
}
// TypeScript without a build, and import.meta.main.
if (major < 24 || (major === 24 && minor < 2)) {
  stop(
    `The scripts of ha-config need Node 24.2 or newer, and this is ${process.versions.node}.\n` +
      "On Linux (x64, arm64) and Windows (x64), npm ci brings one along: run it again, without --omit=optional.\n" +
      "Elsewhere, install Node 24 from https://nodejs.org",
  );
}

function stop(why) {
  console.error(why);
  process.exit(1);
}
