// Pictures of the extension at work, taken from the real workbench in three themes:
//   node test/e2e/screenshots.ts FOLDER

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { packageExtension } from "../../scripts/package.ts";
import { installExtension, startHost } from "../../scripts/vscodeHost.ts";
import { openWindow } from "./host.ts";
import { clickLineEnd, editorReady, hover, problems, settled, squiggleShown, suggestions } from "./workbench.ts";

interface Theme {
  /** What the settings call it. */
  readonly name: string;
  /** The class that the workbench has once it is loaded. */
  readonly loaded: string;
}

/** By the part of the file name that tells them apart. */
const themes: Readonly<Record<string, Theme>> = {
  light: { name: "Light Modern", loaded: "vs" },
  dark: { name: "Dark Modern", loaded: "vs-dark" },
  "high-contrast": { name: "Default High Contrast", loaded: "hc-black" },
};

async function takeAll(page: Page, save: (name: string) => Promise<void>): Promise<void> {
  await editorReady(page);
  await squiggleShown(page);
  await save("editor");
  await hover(page, "advert_int", /advert_int/);
  await save("hover-keyword");
  await hover(page, "virtual_router_idd", /virtual_router_idd/);
  await save("hover-mistake");
  await page.mouse.move(1, 1);
  await problems(page, /virtual_router_idd/);
  await save("problems");
  await page.keyboard.press("Control+J");
  await clickLineEnd(page, "advert_int");
  await page.keyboard.press("Enter");
  // The list shows only what fits; the first letters bring the wanted word into it.
  await page.keyboard.type("no");
  await suggestions(page, "nopreempt");
  await save("completion");
}

async function main(): Promise<void> {
  const target = process.argv[2];
  if (target === undefined) {
    throw new Error("Name the folder that the pictures go to: node test/e2e/screenshots.ts FOLDER");
  }
  fs.mkdirSync(target, { recursive: true });
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "ha-config-screenshots-"));
  try {
    // Installed as a person would: an extension under development keeps VS Code from loading the theme of the settings.
    const extensionsDir = path.join(temporary, "extensions");
    installExtension(await packageExtension(), extensionsDir);
    for (const [name, theme] of Object.entries(themes)) {
      // A fresh copy each: Undo in one run must not decide what the next one shows.
      const workspace = path.join(temporary, name, "workspace");
      fs.cpSync(path.join(import.meta.dirname, "workspace"), workspace, { recursive: true });
      await inTheme(theme, extensionsDir, workspace, (page, picture) =>
        page.screenshot({ path: path.join(target, `${name}-${picture}.png`) }),
      );
      console.log(`${name}: done`);
    }
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

async function inTheme(
  theme: Theme,
  extensionsDir: string,
  workspace: string,
  write: (page: Page, picture: string) => Promise<unknown>,
): Promise<void> {
  const settings = { "workbench.colorTheme": theme.name, "editor.hover.delay": 100, "editor.minimap.enabled": false };
  const host = await startHost({ settings, extensionsDir });
  const { page, close } = await openWindow();
  try {
    const file = path.join(workspace, "typo", "keepalived", "keepalived.conf");
    await page.goto(host.url(workspace, [["openFile", host.fileUri(file)]]));
    await page.waitForSelector(`.monaco-workbench.${theme.loaded}`);
    await takeAll(page, async (picture) => {
      await settled(page);
      await write(page, picture);
    }).catch(async (error: unknown) => {
      await write(page, "failed");
      throw error;
    });
  } finally {
    await close();
    await host.stop();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
