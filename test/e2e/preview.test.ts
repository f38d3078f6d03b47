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
import { drawn, exportAs, moment, pageOf, part, says } from "./topologyPanel.ts";
import { startWebFront, type WebFront } from "./webFront.ts";
import { cursorAt, editorReady, goToText, runCommand, undoAll } from "./workbench.ts";

/** A workspace that is open in a VS Code of its own. */
interface Stage {
  readonly page: Page;
  readonly workspace: string;
  /** Opens the workspace anew, as it was left. */
  reopen(): Promise<void>;
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
    const { page } = window;
    const port = String(front?.port ?? host.port);
    const development: [string, string][] =
      front === undefined ? [["extensionDevelopmentPath", host.fileUri(root)]] : [];
    const addressOf = (payload: readonly [string, string][]): string => {
      const address = new URL(host?.url(workspace, [["skipWelcome", "true"], ...development, ...payload]) ?? "");
      address.port = port;
      return address.href;
    };
    // By the address of the front, which is that of all other files.
    const file = host.fileUri(path.join(workspace, open)).replace(`:${host.port}/`, `:${port}/`);
    await page.goto(addressOf([["openFile", file]]));
    await editorReady(page);
    return { page, workspace, close, reopen: async () => void (await page.goto(addressOf([]))) };
  } catch (error) {
    await close();
    throw error;
  }
}

const hosts = { lb1: "host lb1", lb2: "host lb2" };
const instances = { lb1: "instance lb1 WEB", lb2: "instance lb2 WEB" };
const check = "tracker lb1 script check_haproxy";
const address = "address lb1 192.0.2.100";

before(async function () {
  this.timeout(60_000);
  await buildAll({ minify: false });
});

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
      for (const id of [
        ...Object.values(hosts),
        address,
        check,
        "service lb1 haproxy shop",
        "server  192.0.2.21 8080",
      ]) {
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
      await page.locator(".monaco-breadcrumbs", { hasText: "lb2" }).waitFor();
      // The click may give the panel its focus back.
      await runCommand(page, "View: Focus First Editor Group");
      assert.deepEqual(await cursorAt(page), { line: 20, column: 18 });
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
      await pageOf(page)
        .getByRole("button", { name: /Heal all/ })
        .click();
      await pageOf(page).locator(".outcome").waitFor({ state: "detached" });
    });

    it("lets a check fail by a key, and tells why the address moves", async () => {
      const { page } = at;
      await part(page, check).press("Enter");
      await pageOf(page).locator(`[data-id="${check}"][data-failed]`).waitFor();
      await says(page, instances.lb2, /MASTER/);
      const why = pageOf(page).locator(".why");
      await why
        .getByText(/check_haproxy/)
        .first()
        .waitFor();
      await why
        .getByRole("button", { name: /lb1\/keepalived\/keepalived\.conf:12$/ })
        .first()
        .waitFor();
    });

    it("shows any moment of the timeline, by keys and by dragging", async () => {
      const { page } = at;
      const cursor = moment(page);
      await cursor.press("Home");
      await says(page, instances.lb1, /MASTER/);
      await says(page, instances.lb2, /BACKUP/);
      await cursor.press("End");
      await says(page, instances.lb2, /MASTER/);
      const from = await cursor.boundingBox();
      const area = await pageOf(page).locator(".chart").boundingBox();
      assert.ok(from !== null && area !== null);
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(area.x + 3, from.y + from.height / 2, { steps: 8 });
      await page.mouse.up();
      await says(page, instances.lb1, /MASTER/);
      await says(page, instances.lb2, /BACKUP/);
    });

    it("answers the questions that everybody asks, and plays the one that is chosen", async () => {
      const { page } = at;
      const question = (title: RegExp) => pageOf(page).locator(".question", { hasText: title });
      await question(/lb2 loses power.*nothing moves/s).waitFor();
      await question(/lb1 loses power.*lb2 after/s).click();
      await says(page, instances.lb2, /MASTER/);
      await pageOf(page).locator(`[data-id="${hosts.lb1}"][data-failed]`).waitFor();
      await pageOf(page)
        .getByRole("button", { name: /Heal all/ })
        .click();
      await says(page, instances.lb1, /MASTER/);
    });

    it("exports what is shown", async () => {
      const { page, workspace } = at;
      const files = ["svg", "png", "mmd"].map((ending) => path.join(workspace, `exported.${ending}`));
      const [svg = "", png = "", mermaid = ""] = files;
      await exportAs(page, "SVG", svg);
      await exportAs(page, "PNG", png);
      await exportAs(page, "Mermaid", mermaid);
      const shown = await pageOf(page)
        .locator("[data-id]")
        .evaluateAll((all) => all.flatMap((one) => (one instanceof SVGElement ? (one.dataset["id"] ?? []) : [])));
      assert.ok(shown.length > 10);
      const parsed = await page.evaluate(
        (text) => {
          const document = new DOMParser().parseFromString(text, "image/svg+xml");
          const size = ["width", "height"].map((name) => Number(document.documentElement.getAttribute(name)));
          const ids = [...document.querySelectorAll("[data-id]")].map((one) => one.getAttribute("data-id"));
          return { name: document.documentElement.nodeName, size, ids, text: document.documentElement.textContent };
        },
        fs.readFileSync(svg, "utf8"),
      );
      assert.equal(parsed.name, "svg");
      assert.deepEqual(new Set(parsed.ids), new Set(shown));
      assert.match(parsed.text, /192\.0\.2\.100/);
      const bytes = fs.readFileSync(png);
      assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      // Twice as large as the picture.
      assert.deepEqual(
        [bytes.readUInt32BE(16), bytes.readUInt32BE(20)],
        parsed.size.map((pixels) => Math.round(2 * pixels)),
      );
      const chart = fs.readFileSync(mermaid, "utf8");
      assert.match(chart, /^flowchart/m);
      for (const name of ["lb1", "lb2", "192.0.2.100", "shop"]) assert.ok(chart.includes(name), name);
    });

    it("is still there after a reload of the window", async () => {
      const { page } = at;
      await at.reopen();
      await drawn(page);
      await runCommand(page, "HA Config: Show Topology");
      assert.equal(await page.locator(".tab", { hasText: "Topology" }).count(), 1);
    });
  });
}

describe("the panel of the topology with 300 hosts", function () {
  this.timeout(120_000);
  const pairs = 150;
  let at: Stage;

  before(async () => {
    at = await stage("node", "p7-lb1/keepalived/keepalived.conf", (folder) => {
      for (let pair = 0; pair < pairs; pair++) {
        for (const node of [1, 2] as const) {
          const host = path.join(folder, `p${pair}-lb${node}`, "keepalived");
          fs.mkdirSync(host, { recursive: true });
          fs.writeFileSync(path.join(host, "keepalived.conf"), pairConfiguration(pair, node));
        }
      }
    });
  });
  after(() => at?.close());

  it("shows clusters, opens one, and finds another by its name", async () => {
    const { page } = at;
    await runCommand(page, "HA Config: Show Topology");
    await drawn(page);
    const inner = pageOf(page);
    await inner.getByText("300 hosts").waitFor();
    assert.equal(await inner.locator(".cluster").count(), pairs);
    assert.equal(await inner.locator(".node.host").count(), 0);
    await inner.getByRole("combobox", { name: "Search" }).fill("p77-lb2");
    await page.keyboard.press("Enter");
    const found = await part(page, "instance p77-lb2 VI_2").boundingBox();
    const canvas = await inner.locator(".canvas").boundingBox();
    assert.ok(found !== null && canvas !== null);
    assert.ok(found.y > canvas.y && found.y < canvas.y + canvas.height, `in sight: ${found.y} of ${canvas.height}`);
    assert.equal(await inner.locator(".node.host").count(), 2);
    await inner.locator(".question", { hasText: /p77-lb2 loses power/ }).waitFor();
  });
});
