// The panel of the topology in a real VS Code, worked with by mouse and keyboard, with the extension in a Node process and
// in a web worker. Run by mocha on Node, outside of VS Code: npx mocha --no-config test/e2e/preview.test.ts

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import type { Page } from "playwright-core";
import { pairConfiguration } from "../../bench/documents/pairs.ts";
import { buildAll } from "../../scripts/build.ts";
import { root } from "../../scripts/paths.ts";
import { type Host, startHost } from "../../scripts/vscodeHost.ts";
import type { HostKind } from "./bundle.ts";
import { openWindow, type Window } from "./host.ts";
import { drawn, exportAs, pageOf, part, says } from "./topologyPanel.ts";
import { startWebFront, type WebFront } from "./webFront.ts";
import { cursorAt, editorReady, goToText, runCommand, undoAll } from "./workbench.ts";

/** A workspace that is open in a VS Code of its own. */
interface Stage {
  readonly page: Page;
  readonly workspace: string;
  close(): Promise<void>;
}

async function stage(kind: HostKind, open: string, fill: (folder: string) => void): Promise<Stage> {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "ha-config-preview-"));
  // Characters that addresses must escape, and that VS Code and Node escape differently.
  const workspace = path.join(temporary, "work space+(ü)");
  fill(workspace);
  let host: Host | undefined;
  let front: WebFront | undefined;
  let window: Window | undefined;
  const close = async () => {
    await window?.close();
    front?.close();
    await host?.stop();
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    host = await startHost({ settings: { "editor.minimap.enabled": false, "files.autoSave": "off" } });
    front = kind === "web" ? await startWebFront(host.port, root) : undefined;
    window = await openWindow({ width: 1700, height: 950 });
    const file = host.fileUri(path.join(workspace, open));
    const development: [string, string][] =
      front === undefined ? [["extensionDevelopmentPath", host.fileUri(root)]] : [];
    const address = new URL(host.url(workspace, [["openFile", file], ["skipWelcome", "true"], ...development]));
    address.port = String(front?.port ?? host.port);
    await window.page.goto(address.href);
    await editorReady(window.page);
    return { page: window.page, workspace, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const hosts = { lb1: "host lb1", lb2: "host lb2" };
const instances = { lb1: "instance lb1 WEB", lb2: "instance lb2 WEB" };
const check = "tracker lb1 script check_haproxy";
const address = "address cluster%20lb1 192.0.2.100";

before(() => buildAll({ minify: false }));

for (const kind of ["node", "web"] as const) {
  describe(`the panel of the topology, ${kind === "node" ? "in a Node process" : "in a web worker"}`, function () {
    this.timeout(120_000);
    let at: Stage;

    before(async () => {
      at = await stage(kind, "lb1/keepalived/keepalived.conf", (folder) =>
        fs.cpSync(path.join(import.meta.dirname, "topology"), folder, { recursive: true }),
      );
    });
    after(() => at?.close());

    it("opens beside the text by its keys and draws all that the files tell", async () => {
      const { page } = at;
      await page.locator(".editor-instance .view-lines").first().click();
      await page.locator('.editor-actions [aria-label^="Show Topology to the Side"]').waitFor();
      await page.keyboard.press("Control+K");
      await page.keyboard.press("v");
      await says(page, instances.lb1, /MASTER/);
      await says(page, instances.lb2, /BACKUP/);
      for (const id of [...Object.values(hosts), address, check, "service haproxy shop", "server 192.0.2.21%3a8080"]) {
        await part(page, id).waitFor();
      }
      assert.equal(await page.locator(".editor-group-container").count(), 2);
    });

    it("shows names as they are, whatever they would be elsewhere", async () => {
      await says(at.page, "tracker lb1 script <b%3e&amp;", /<b>&amp;/);
      assert.equal(await pageOf(at.page).locator("b").count(), 0);
    });

    it("lights up what stands at the cursor of the text", async () => {
      const { page } = at;
      await goToText(page, "vrrp_script check_haproxy", "check_haproxy");
      await page.keyboard.press("ArrowDown");
      await pageOf(page).locator(`[data-id="${check}"].lit`).waitFor();
      await goToText(page, "priority 110", "110");
      await pageOf(page).locator(`[data-id="${instances.lb1}"].lit`).waitFor();
    });

    it("follows an edit", async () => {
      const { page } = at;
      await goToText(page, "priority 110", "110");
      for (const key of ["Delete", "Delete", "Delete", "9", "0"]) await page.keyboard.press(key);
      await says(page, instances.lb1, /BACKUP/);
      await says(page, instances.lb1, /\b90\b/);
      await says(page, instances.lb2, /MASTER/);
      await undoAll(page);
      await says(page, instances.lb1, /MASTER/);
    });

    it("leads to the line from which something was made", async () => {
      const { page } = at;
      await part(page, instances.lb2).click();
      await page.locator('.tab.active[data-resource-name="keepalived.conf"][aria-label*="lb2"]').waitFor();
      assert.deepEqual(await cursorAt(page), { line: 20, column: 15 });
      // The panel stays where it is.
      await part(page, hosts.lb1).waitFor();
      assert.equal(await page.locator(".editor-group-container").count(), 2);
    });

    it("lets a host fail by the mouse and heals it by a key", async () => {
      const { page } = at;
      await part(page, hosts.lb1).click({ position: { x: 40, y: 18 } });
      await says(page, instances.lb2, /MASTER/);
      await says(page, address, /lb2/);
      await part(page, hosts.lb1).press("Enter");
      await says(page, instances.lb1, /MASTER/);
      await says(page, instances.lb2, /BACKUP/);
    });
  });
}
