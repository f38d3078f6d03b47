// Using the workbench as a person does, with mouse and keyboard: what the screenshots and the package test share.
// The names of classes are VS Code's own and may change with its version, so they stand in this file only.

import type { Locator, Page } from "playwright-core";

/** A workbench may take this long to come up on a busy machine. */
const limit = 60_000;

/** Waits until a file is shown in the editor. */
export async function editorReady(page: Page): Promise<void> {
  await page.waitForSelector(".editor-instance .view-lines .view-line", { timeout: limit });
}

/** Waits for the first mark of an error in the editor. */
export async function squiggleShown(page: Page): Promise<void> {
  await page.waitForSelector(".editor-instance .squiggly-error", { timeout: limit });
}

/** Rests the mouse on a text of the editor and waits for a hover that says something like `expected`. */
export async function hover(page: Page, text: string, expected: RegExp): Promise<string> {
  // Away first: a mouse that stands still does not open a hover.
  await page.mouse.move(1, 1);
  await page.waitForSelector(".monaco-hover:visible", { state: "detached" });
  await wordInEditor(page, text).hover();
  const shown = page.locator(".monaco-hover:visible", { hasText: expected });
  await shown.first().waitFor({ timeout: limit });
  return (await shown.first().textContent()) ?? "";
}

/** Puts the cursor at a place, both counted from 1, and the place into the middle of the editor. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await page.keyboard.press("Control+G");
  await page.locator(".quick-input-widget:visible input").first().fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".quick-input-widget", { state: "hidden" });
}

/** Puts the cursor before a text of the line that holds another one. */
export async function goToText(page: Page, line: string, text: string): Promise<void> {
  await page.keyboard.press("Control+Home");
  // VS Code draws the lines in view only, and its search knows all of them.
  await page.keyboard.press("Control+F");
  await page.locator(".find-widget.visible textarea").first().fill(line);
  await page.locator(".find-widget.visible .matchesCount", { hasText: / of \d+/ }).waitFor({ timeout: limit });
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  const found = await page.locator(".editor-instance .view-line", { hasText: line.trim() }).first().innerText();
  const shown = found.replaceAll("\u00a0", " ");
  await page.keyboard.press("Home");
  for (let at = shown.search(/\S/); at < shown.indexOf(text); at++) await page.keyboard.press("ArrowRight");
}

/** Where the cursor stands, both counted from 1, as the status bar tells. */
export async function cursorAt(page: Page): Promise<{ readonly line: number; readonly column: number }> {
  const said = await page.locator('[id="status.editor.selection"]').innerText();
  const [line = 0, column = 0] = [...said.matchAll(/\d+/g)].map(Number);
  return { line, column };
}

/** Opens a file of the workspace by a part of its path. */
export async function openFile(page: Page, name: string): Promise<void> {
  await openWith(page, name, "Enter");
  await page.waitForSelector(`.tab.active[data-resource-name="${baseName(name)}"]`);
  await editorReady(page);
}

/** The same in a second editor to the right. */
export async function openBeside(page: Page, name: string): Promise<void> {
  await openWith(page, name, "Control+Enter");
  await page.locator(".editor-group-container .tab.active").nth(1).waitFor();
  await page.locator(".editor-instance .view-lines").nth(1).locator(".view-line").first().waitFor();
}

async function openWith(page: Page, name: string, key: string): Promise<void> {
  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-widget:visible input").first().fill(name);
  const folder = name.split("/").slice(0, -1).join("/");
  const row = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: baseName(name) });
  await row.filter({ hasText: folder }).waitFor();
  await page.keyboard.press(key);
}

function baseName(path: string): string {
  return path.replace(/^.*\//, "");
}

/** Runs a command by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget:visible input").first().fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForSelector(".quick-input-widget", { state: "hidden" });
}

/** Closes what is open over the editor and takes back all that was typed. */
export async function undoAll(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  const dirty = page.locator(".tab.active.dirty");
  while ((await dirty.count()) > 0) await page.keyboard.press("Control+Z");
}

/** Opens the hover of the word at the cursor, without the mouse. */
export async function hoverAtCursor(page: Page, expected: RegExp): Promise<void> {
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  await page.locator(".monaco-hover:visible", { hasText: expected }).first().waitFor({ timeout: limit });
}

/** Puts the cursor at the end of the line that contains a text. */
export async function clickLineEnd(page: Page, text: string): Promise<void> {
  await page.locator(".editor-instance .view-line", { hasText: text }).first().click();
  await page.keyboard.press("End");
}

/** Opens the completion list at the cursor and waits for an entry. */
export async function suggestions(page: Page, expected: string): Promise<readonly string[]> {
  await page.keyboard.press("Control+Space");
  const rows = page.locator(".suggest-widget.visible .monaco-list-row");
  await rows.filter({ hasText: expected }).first().waitFor({ timeout: limit });
  return rows.allInnerTexts();
}

/** Opens the Problems panel and waits for a row. */
export async function problems(page: Page, expected: RegExp): Promise<readonly string[]> {
  await page.keyboard.press("Control+Shift+M");
  const rows = page.locator(".markers-panel .monaco-list-row");
  await rows.filter({ hasText: expected }).first().waitFor({ timeout: limit });
  return rows.allInnerTexts();
}

/** Makes the panel below the editor lower. */
export async function lowerPanel(page: Page, pixels: number): Promise<void> {
  const box = await page.locator(".part.panel").boundingBox();
  if (box === null) throw new Error("There is no panel");
  const x = box.x + box.width / 2;
  const border = box.y - 3;
  await page.mouse.move(x, border);
  await page.mouse.down();
  await page.mouse.move(x, border + pixels, { steps: 5 });
  await page.mouse.up();
  // Away from all that lights up under a mouse.
  await page.mouse.move(box.x + box.width * 0.4, 10);
}

/** Gives an editor, counted from 0 on the left, more room on its left side. */
export async function widen(page: Page, editor: number, pixels: number): Promise<void> {
  const box = await page.locator(".editor-group-container").nth(editor).boundingBox();
  if (box === null) throw new Error("There is no such editor");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x, y);
  await page.mouse.down();
  await page.mouse.move(box.x - pixels, y, { steps: 5 });
  await page.mouse.up();
}

/** Waits until nothing moves: hovers and lists fade in, and a picture taken meanwhile shows half of them. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document.getAnimations().filter((animation) => animation.playState === "running");
    // The cursor blinks for ever; only what ends is waited for.
    const ending = running.filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map((animation) => animation.finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** The smallest piece of the editor's text that contains a word. */
function wordInEditor(page: Page, text: string): Locator {
  return page.locator(".editor-instance .view-line span span", { hasText: text }).first();
}
