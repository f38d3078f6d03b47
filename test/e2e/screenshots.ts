// Pictures of the extension at work, taken from the real workbench:
//   npm run screenshot                        those that the README shows
//   npx node test/e2e/screenshots.ts FOLDER   others in three themes, to look at; with --only TEXT those whose names
//                                             hold the text, such as dark-haproxy

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { packageExtension } from "../../scripts/package.ts";
import { examples } from "../../scripts/paths.ts";
import { installExtension, startHost } from "../../scripts/vscodeHost.ts";
import { openWindow, type WindowOptions } from "./host.ts";
import { type Scene, scenes } from "./scenes.ts";
import { drawn, moment, pageOf, still } from "./topologyPanel.ts";
import {
  editorReady,
  goTo,
  goToText,
  hoverAtCursor,
  lowerPanel,
  openBeside,
  problems,
  runCommand,
  settled,
  squiggleShown,
  widen,
} from "./workbench.ts";

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

/** Mistakes, why one of them is one, and the list of all. Nothing else that takes room. */
const readmeSettings = {
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
  "breadcrumbs.enabled": false,
  "editor.stickyScroll.enabled": false,
  "editor.fontSize": 13,
  "editor.lineHeight": 18,
  // Below the word, because the line that explains the mistake stands above it.
  "editor.hover.above": false,
};

interface ReadmePicture {
  readonly name: string;
  /** The one that is open, seen from the examples. */
  readonly file: string;
  /** Another file, which is open beside it, and a mistake that is made there first. */
  readonly beside?: { readonly file: string; readonly text: string; readonly mistake: string };
  /** The line of the mistake that is explained, and where in it the word begins. */
  readonly line: string;
  readonly column: number;
  /** What is said of it. */
  readonly said: RegExp;
  /** One of the first problems of the list, which shows no more than fits. */
  readonly listed: RegExp;
}

const readmePictures: readonly ReadmePicture[] = [
  {
    name: "screenshot",
    file: "mistakes/keepalived.conf",
    line: "    nopreempt",
    column: 6,
    said: /nopreempt/,
    listed: /nopreempt/,
  },
  {
    name: "screenshot-haproxy",
    file: "mistakes/haproxy.cfg",
    line: "    use_backend shop if is_shop",
    column: 6,
    said: /is never run/,
    listed: /api-servers/,
  },
  {
    name: "screenshot-hosts",
    file: "pair/lb1/keepalived.conf",
    beside: { file: "pair/lb2/keepalived.conf", text: "virtual_router_id 51", mistake: "virtual_router_id 52" },
    line: "    virtual_router_id 51",
    column: 24,
    said: /two masters/,
    listed: /two masters/,
  },
];

async function takeReadme(
  page: Page,
  { file: name, line: wanted, column, said, listed, beside }: ReadmePicture,
  folder: string,
  save: () => Promise<unknown>,
): Promise<void> {
  const file = path.join(folder, name);
  await editorReady(page);
  await squiggleShown(page);
  await page.keyboard.press("Control+B");
  if (beside !== undefined) {
    await openBeside(page, beside.file);
    await squiggleShown(page);
  }
  await problems(page, listed);
  await lowerPanel(page, 70);
  if (beside !== undefined) {
    await page.keyboard.press("Control+2");
    await toUpperMiddle(page, lineOf(path.join(folder, beside.file), beside.mistake), column);
    await page.keyboard.press("Control+1");
  }
  await toUpperMiddle(page, lineOf(file, wanted), column);
  await hoverAtCursor(page, said);
  await save();
}

/** Puts the cursor at a place with more of the mistakes above it, and still room for the hover below. */
async function toUpperMiddle(page: Page, line: number, column: number): Promise<void> {
  await goTo(page, line, column);
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+ArrowUp");
}

/** The number of the first line that holds a text, counted from 1. */
function lineOf(file: string, text: string): number {
  const lines = fs.readFileSync(file, "utf8").split("\n");
  return lines.findIndex((line) => line.includes(text)) + 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { readme: { type: "string" }, only: { type: "string" } },
  });
  const folder = positionals[0];
  if ((folder === undefined) === (values.readme === undefined)) {
    throw new Error("Say where the pictures go: node test/e2e/screenshots.ts FOLDER, or --readme FOLDER");
  }
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "ha-config-screenshots-"));
  try {
    // Installed as a person would: an extension under development keeps VS Code from loading the theme of the settings.
    const extensionsDir = path.join(temporary, "extensions");
    installExtension(await packageExtension(), extensionsDir);
    if (values.readme !== undefined) {
      for (const picture of readmePictures) {
        if (!picture.name.includes(values.only ?? "")) continue;
        await readmePicture(picture, path.join(values.readme, `${picture.name}.png`), extensionsDir, temporary);
      }
      if ("topology".includes(values.only ?? "")) {
        await readmeTopology(path.join(values.readme, "topology.png"), extensionsDir, temporary);
      }
    }
    const all = Object.entries(themes).flatMap(([theme, looks]) =>
      scenes.map((scene) => ({ name: `${theme}-${scene.name}`, looks, scene })),
    );
    for (const { name, looks, scene } of folder === undefined ? [] : all) {
      if (!name.includes(values.only ?? "")) continue;
      fs.mkdirSync(folder ?? "", { recursive: true });
      // A fresh copy each: Undo in one run must not decide what the next one shows.
      const workspace = path.join(temporary, name);
      await pictures(scene, { theme: looks, extensionsDir, workspace }, path.join(folder ?? "", name));
      console.log(`${name}: done`);
    }
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

async function pictures(
  { workspace: source, open, settings = {}, take }: Scene,
  { theme, extensionsDir, workspace }: Omit<Stage, "file">,
  prefix: string,
): Promise<void> {
  fs.cpSync(source, workspace, { recursive: true });
  const file = path.join(workspace, open);
  await inTheme({ theme, extensionsDir, workspace, file, settings }, async (page) => {
    const write = (picture: string) => page.screenshot({ path: `${prefix}-${picture}.png` });
    await take(page, async (picture) => {
      await settled(page);
      await write(picture);
    }).catch(async (error: unknown) => {
      await write("failed");
      throw error;
    });
  });
}

async function readmePicture(
  picture: ReadmePicture,
  target: string,
  extensionsDir: string,
  temporary: string,
): Promise<void> {
  const workspace = path.join(temporary, picture.name, "examples");
  fs.cpSync(examples, workspace, { recursive: true });
  const file = path.join(workspace, picture.file);
  if (picture.beside !== undefined) {
    const other = path.join(workspace, picture.beside.file);
    const { text, mistake } = picture.beside;
    fs.writeFileSync(other, fs.readFileSync(other, "utf8").replace(text, mistake));
  }
  const theme: Theme = { name: "Dark Modern", loaded: "vs-dark" };
  const window: WindowOptions = { width: 1150, height: 800, scale: 2 };
  await inTheme({ theme, extensionsDir, workspace, file, settings: readmeSettings, window }, (page) =>
    takeReadme(page, picture, workspace, async () => {
      await settled(page);
      await page.screenshot({ path: target });
    }),
  );
  console.log(`${target}: ${(fs.statSync(target).size / 1024).toFixed(0)} KiB`);
}

/** The panel beside a text, after a host has lost its power. */
async function readmeTopology(target: string, extensionsDir: string, temporary: string): Promise<void> {
  const workspace = path.join(temporary, "topology", "site");
  fs.cpSync(path.join(import.meta.dirname, "topology"), workspace, { recursive: true });
  for (const host of ["lb1", "lb2"]) {
    // One check is enough to look at.
    const file = path.join(workspace, host, "keepalived", "keepalived.conf");
    const text = fs.readFileSync(file, "utf8");
    fs.writeFileSync(file, text.replace(/^vrrp_script "<[^}]*}\n\n/m, "").replace(/^ *"<.*\n/m, ""));
  }
  const file = path.join(workspace, "lb1", "keepalived", "keepalived.conf");
  const theme: Theme = { name: "Dark Modern", loaded: "vs-dark" };
  const window: WindowOptions = { width: 1400, height: 860, scale: 1.5 };
  await inTheme({ theme, extensionsDir, workspace, file, settings: readmeSettings, window }, async (page) => {
    await editorReady(page);
    await page.keyboard.press("Control+B");
    await runCommand(page, "HA Config: Show Topology to the Side");
    await drawn(page);
    await goToText(page, "priority 110", "110");
    await widen(page, 1, 270);
    const inner = pageOf(page);
    await inner.locator(".question", { hasText: /lb1 loses power/ }).click();
    await inner.locator(".why li").first().waitFor();
    await moment(page).press("End");
    await still(page);
    await settled(page);
    await page.screenshot({ path: target });
  });
  console.log(`${target}: ${(fs.statSync(target).size / 1024).toFixed(0)} KiB`);
}

interface Stage {
  readonly theme: Theme;
  readonly extensionsDir: string;
  readonly workspace: string;
  /** The file that is open. */
  readonly file: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly window?: WindowOptions;
}

async function inTheme(stage: Stage, take: (page: Page) => Promise<void>): Promise<void> {
  const { theme, extensionsDir, workspace, file } = stage;
  const settings = {
    "workbench.colorTheme": theme.name,
    "editor.hover.delay": 100,
    "editor.minimap.enabled": false,
    // Undo must leave nothing behind, on the disk neither.
    "files.autoSave": "off",
    ...stage.settings,
  };
  const host = await startHost({ settings, extensionsDir });
  const { page, close } = await openWindow(stage.window);
  try {
    await page.goto(host.url(workspace, [["openFile", host.fileUri(file)]]));
    await page.waitForSelector(`.monaco-workbench.${theme.loaded}`);
    await take(page);
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
