// A browser on the served VS Code: what the test runner, the screenshots and the package test have in common.

import fs from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { requireDebian } from "../../scripts/debian.ts";
import { findOnPath } from "../../scripts/desktop.ts";

/** One page in one browser; closing it ends both. */
export interface Window {
  readonly page: Page;
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly width: number;
  readonly height: number;
  /** Picture pixels for each of the page. */
  readonly scale?: number;
}

/** Starts a headless Chromium that reaches nothing but this machine. */
export async function openWindow(options: WindowOptions = { width: 1400, height: 850 }): Promise<Window> {
  const browser: Browser = await chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [
      // Containers allow no sandbox, and the only pages shown are our own.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ],
  });
  const { width, height, scale = 1 } = options;
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  return { page: await context.newPage(), close: () => browser.close() };
}

/** CHROMIUM_PATH, or a Chromium or Chrome on the PATH; on Debian it is installed when that is allowed. */
function findChromium(): string {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (!fs.existsSync(named)) {
      throw new Error(`CHROMIUM_PATH names ${named}, which does not exist. Correct it or unset it.`);
    }
    return named;
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const found = findOnPath(names);
  if (found !== undefined) {
    return found;
  }
  if (findOnPath(["apt-get"]) !== undefined) {
    requireDebian(["chromium"]);
    return findOnPath(names) ?? "/usr/bin/chromium";
  }
  throw new Error("The tests need Chromium or Chrome. Install one, or name it in the variable CHROMIUM_PATH.");
}
