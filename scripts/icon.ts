// Draws media/icon.png from media/icon.svg: 256 pixels, as the marketplace wants it. Run after changing the drawing.

import fs from "node:fs";
import path from "node:path";
import { openWindow } from "../test/e2e/host.ts";
import { root } from "./paths.ts";

const size = 256;
const media = path.join(root, "media");

const drawing = fs.readFileSync(path.join(media, "icon.svg"), "utf8");
const { page, close } = await openWindow();
try {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: path.join(media, "icon.png"), omitBackground: true });
} finally {
  await close();
}
