// The panel of the topology as a person uses it: the frame in a frame in which VS Code shows a page of ours, the parts of
// the picture by their ids, and the ways from and to the text.

import path from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";

/** A workbench may take this long to come up on a busy machine. */
const limit = 30_000;

/** The page within the panel. VS Code keeps the frames of hidden panels; the one in sight is meant. */
export function pageOf(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready:visible").frameLocator("#active-frame");
}

/** A part of the picture by its id. */
export function part(page: Page, id: string): Locator {
  return pageOf(page).locator(`[data-id=${JSON.stringify(id)}]`);
}

/** Waits until a part says something. */
export async function says(page: Page, id: string, what: RegExp): Promise<void> {
  await part(page, id).filter({ hasText: what }).waitFor({ timeout: limit });
}

/** Waits for the picture. */
export async function drawn(page: Page): Promise<void> {
  await pageOf(page).locator("[data-id]").first().waitFor({ timeout: limit });
}

/** Exports what is shown, into a file that is not there yet. */
export async function exportAs(page: Page, format: string, file: string): Promise<void> {
  const inner = pageOf(page);
  await inner.locator("summary", { hasText: "Export" }).click();
  await inner.getByRole("button", { name: format, exact: true }).click();
  const input = page.locator(".quick-input-widget:visible input").first();
  // The dialog proposes a name a moment after it has opened.
  await page.waitForFunction(
    (ending) =>
      [...document.querySelectorAll<HTMLInputElement>(".quick-input-widget input")].some((one) =>
        one.value.endsWith(ending),
      ),
    path.extname(file),
    { timeout: limit },
  );
  await input.fill(file);
  await page.keyboard.press("Enter");
  // VS Code hides notifications from whoever drives it; the page is told as well.
  await inner
    .getByRole("status")
    .filter({ hasText: `Saved as ${path.basename(file)}` })
    .waitFor({ timeout: limit, state: "attached" });
}

/** The cursor of the timeline: what it says of its moment. */
export function moment(page: Page): Locator {
  return pageOf(page).getByRole("slider");
}

/** Waits until nothing in the picture moves or fades. What goes on for ever is not waited for. */
export async function still(page: Page): Promise<void> {
  await pageOf(page)
    .locator("body")
    .evaluate(async () => {
      const ending = document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
      await Promise.allSettled(ending.map((animation) => animation.finished));
    });
}
