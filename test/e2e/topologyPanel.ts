// The panel of the topology as a person uses it: the frame in a frame in which VS Code shows a page of ours, the parts of
// the picture by their ids, and the ways from and to the text.

import type { FrameLocator, Locator, Page } from "playwright-core";

/** A workbench may take this long to come up on a busy machine. */
const limit = 60_000;

/** The page within the panel. VS Code keeps the frames of hidden panels; the one in sight is meant. */
export function pageOf(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready:visible").frameLocator("#active-frame");
}

/** A part of the picture by its id. */
export function part(page: Page, id: string): Locator {
  return pageOf(page).locator(`[data-id=${JSON.stringify(id)}]`);
}

/** Waits until a part says something, and returns all that it says. */
export async function says(page: Page, id: string, what: RegExp): Promise<string> {
  const found = part(page, id).filter({ hasText: what });
  await found.waitFor({ timeout: limit });
  return found.innerText();
}

/** Waits for the picture. */
export async function drawn(page: Page): Promise<void> {
  await pageOf(page).locator("[data-id]").first().waitFor({ timeout: limit });
}
