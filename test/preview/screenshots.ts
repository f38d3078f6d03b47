// Pictures of the page of the topology panel, to look at, in the colours of three themes:
//   node test/preview/screenshots.ts FOLDER      with --only TEXT those whose names hold the text, such as dark-masters

import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { examples } from "../../scripts/paths.ts";
import type { Graph } from "../../server/src/core/topology/graph.ts";
import { lvsGraph, manyGraph } from "../kit/graphs.ts";
import { filesIn, openPreview, type Preview, type PreviewOptions } from "./page.ts";
import { pairFiles } from "./pair.ts";
import { type ThemeName, themes } from "./themes.ts";

interface Scene {
  readonly name: string;
  readonly options: PreviewOptions;
  /** Brings the page to what is to be seen. */
  readonly act?: (preview: Preview) => Promise<void>;
}

const ask = (title: RegExp) => async (preview: Preview) => {
  await preview.page.getByRole("button", { name: title }).first().click();
  await preview.page.waitForSelector(".why li");
};

const drawn = (graph: Graph): PreviewOptions => ({ graph });

const scenes: readonly Scene[] = [
  { name: "rest", options: { files: pairFiles } },
  { name: "weak-check", options: { files: pairFiles }, act: ask(/chk_haproxy fails on lb1/) },
  { name: "power", options: { files: pairFiles }, act: ask(/lb1 loses power/) },
  { name: "masters", options: { files: pairFiles }, act: ask(/network is cut/) },
  { name: "chinese", options: { files: pairFiles, locale: "zh-cn" }, act: ask(/chk_haproxy 失败|lb1 上 chk_haproxy/) },
  { name: "narrow", options: { files: pairFiles, window: { width: 700, height: 850 } } },
  { name: "lvs", options: drawn(lvsGraph()) },
  { name: "pair", options: { files: filesIn(path.join(examples, "pair")) } },
  { name: "cluster", options: { files: filesIn(path.join(examples, "cluster")) } },
  { name: "many", options: drawn(manyGraph(300)) },
];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
  const [folder] = positionals;
  if (folder === undefined) throw new Error("Say where the pictures go: node test/preview/screenshots.ts FOLDER");
  fs.mkdirSync(folder, { recursive: true });
  for (const theme of Object.keys(themes) as ThemeName[]) {
    for (const { name, options, act } of scenes) {
      const file = `${theme}-${name}`;
      if (!file.includes(values.only ?? "")) continue;
      const window = { width: 1280, height: 800 };
      const preview = await openPreview({ window, isMotionReduced: true, ...options, theme });
      try {
        await act?.(preview);
        await preview.page.waitForSelector(".question, .questions .dim, .nothing");
        await preview.page.screenshot({ path: path.join(folder, `${file}.png`) });
        console.log(`${file}: done`);
      } finally {
        await preview.close();
      }
    }
  }
}

await main();
