// Pictures of the extension at work, taken from the real workbench in three themes:
//   node test/e2e/screenshots.ts FOLDER

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { buildAll } from "../../scripts/build.ts";
import { root } from "../../scripts/paths.ts";
import { startHost } from "../../scripts/vscodeHost.ts";
import { openWindow } from "./host.ts";
import { clickLineEnd, editorReady, hover, problems, settled, squiggleShown, suggestions } from "./workbench.ts";

/** File name part and the name of the theme in the settings. */
const themes = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high-contrast": "Default High Contrast",
} as const;

async function takeAll(page: Page, save: (name: string) => Promise<void>): Promise<void> {
  await editorReady(page);
  await squiggleShown(page);
  await save("editor");
  await hover(page, "advert_int", /advert_int/);
  await save("hover-keyword");
  await hover(page, "virtual_router_idd", /virtual_router_idd/);
  await save("hover-mistake");
  await page.mouse.move(1, 1);
  await clickLineEnd(page, "advert_int");
  await page.keyboard.press("Enter");
  await suggestions(page, "nopreempt");
  await save("completion");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Z");
  await problems(page, /virtual_router_idd/);
  await save("problems");
}

async function main(): Promise<void> {
  const target = process.argv[2];
  if (target === undefined) {
    throw new Error("Name the folder that the pictures go to: node test/e2e/screenshots.ts FOLDER");
  }
  fs.mkdirSync(target, { recursive: true });
  await buildAll({ minify: false });
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "ha-config-screenshots-"));
  try {
    for (const [name, theme] of Object.entries(themes)) {
      // A fresh copy each: Undo in one run must not decide what the next one shows.
      const workspace = path.join(temporary, name);
      fs.cpSync(path.join(import.meta.dirname, "workspace"), workspace, { recursive: true });
      await inTheme(theme, workspace, (page, picture) =>
        page.screenshot({ path: path.join(target, `${name}-${picture}.png`) }),
      );
      console.log(`${name}: done`);
    }
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

async function inTheme(
  theme: string,
  workspace: string,
  write: (page: Page, picture: string) => Promise<unknown>,
): Promise<void> {
  const settings = { "workbench.colorTheme": theme, "editor.hover.delay": 100, "editor.minimap.enabled": false };
  const host = await startHost({ settings });
  const { page, close } = await openWindow();
  try {
    const file = path.join(workspace, "typo", "keepalived", "keepalived.conf");
    await page.goto(
      host.url(workspace, [
        ["extensionDevelopmentPath", host.fileUri(root)],
        ["openFile", host.fileUri(file)],
      ]),
    );
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
