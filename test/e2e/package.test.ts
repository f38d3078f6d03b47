// The package that people install: it is built, installed into a clean VS Code, and must work there.
// Run by mocha on Node, outside of VS Code: npx mocha test/e2e/package.test.ts

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { packageExtension } from "../../scripts/package.ts";
import { type Host, installExtension, startHost } from "../../scripts/vscodeHost.ts";
import { openWindow, type Window } from "./host.ts";
import { editorReady, hover, problems, squiggleShown } from "./workbench.ts";

describe("the packaged extension", function () {
  // Packaging, a first install of VS Code and its start together.
  this.timeout(180_000);

  let temporary: string;
  let host: Host;
  let window: Window;

  before(async () => {
    temporary = fs.mkdtempSync(path.join(os.tmpdir(), "ha-config-package-"));
    const extensionsDir = path.join(temporary, "extensions");
    installExtension(await packageExtension(), extensionsDir);
    const workspace = path.join(temporary, "workspace");
    fs.cpSync(path.join(import.meta.dirname, "workspace"), workspace, { recursive: true });
    host = await startHost({ extensionsDir });
    window = await openWindow();
    const file = host.fileUri(path.join(workspace, "typo", "keepalived", "keepalived.conf"));
    await window.page.goto(host.url(workspace, [["openFile", file]]));
    await editorReady(window.page);
  });

  after(async () => {
    await window?.close();
    await host?.stop();
    fs.rmSync(temporary, { recursive: true, force: true });
  });

  it("marks a mistake", async () => {
    await squiggleShown(window.page);
  });

  it("explains a keyword on hover", async () => {
    assert.match(await hover(window.page, "advert_int", /advert_int/), /advert_int/);
  });

  it("lists the mistake among the problems", async () => {
    const rows = await problems(window.page, /virtual_router_idd/);
    assert.ok(rows.length > 0);
  });
});
