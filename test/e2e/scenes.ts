// What the pictures show: for each language a workspace, a file of it, and what a person does there.

import path from "node:path";
import type { Page } from "playwright-core";
import { examples } from "../../scripts/paths.ts";
import { drawn, moment, pageOf, part } from "./topologyPanel.ts";
import {
  clickLineEnd,
  editorReady,
  goTo,
  goToText,
  hover,
  hoverAtCursor,
  openFile,
  problems,
  runCommand,
  squiggleShown,
  suggestions,
  undoAll,
} from "./workbench.ts";

export interface Scene {
  readonly name: string;
  /** The folder that is open, as a copy. */
  readonly workspace: string;
  /** The file that is open, relative to it. */
  readonly open: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly take: (page: Page, save: (name: string) => Promise<void>) => Promise<void>;
}

const nodes = ["left/keepalived/keepalived.conf", "right/keepalived/keepalived.conf"] as const;

/** Name of the scene, folder of the examples, the host that loses its power, settings. */
const topologies: readonly (readonly [name: string, folder: string, host: string, settings: Scene["settings"]])[] = [
  ["cluster", "cluster-fixed", "lb1", {}],
  ["mistakes", "cluster", "lb1", {}],
  ["zh", "cluster-fixed", "lb1", { "haConfig.language": "zh-cn" }],
];

export const scenes: readonly Scene[] = [
  {
    name: "keepalived",
    workspace: path.join(import.meta.dirname, "workspace"),
    open: "typo/keepalived/keepalived.conf",
    take: takeKeepalived,
  },
  { name: "hosts", workspace: path.join(import.meta.dirname, "workspace", "pair"), open: nodes[0], take: takeHosts },
  { name: "haproxy", workspace: examples, open: "mistakes/haproxy.cfg", take: takeHaproxy },
  {
    name: "haproxy-zh",
    workspace: examples,
    open: "mistakes/haproxy.cfg",
    settings: { "haConfig.language": "zh-cn" },
    take: takeChinese,
  },
  ...topologies.map(([name, folder, host, settings]) => ({
    name: `topology-${name}`,
    workspace: path.join(examples, folder),
    open: "lb1/etc/keepalived/keepalived.conf",
    settings: settings ?? {},
    take: (page: Page, save: (name: string) => Promise<void>) => takeTopology(page, save, host),
  })),
];

async function takeKeepalived(page: Page, save: (name: string) => Promise<void>): Promise<void> {
  await editorReady(page);
  await squiggleShown(page);
  await save("editor");
  await hover(page, "advert_int", /advert_int/);
  await save("hover-keyword");
  await hover(page, "virtual_router_idd", /virtual_router_idd/);
  await save("hover-mistake");
  await page.mouse.move(1, 1);
  await problems(page, /virtual_router_idd/);
  await save("problems");
  await page.keyboard.press("Control+J");
  await clickLineEnd(page, "advert_int");
  await page.keyboard.press("Enter");
  // The list shows only what fits; the first letters bring the wanted word into it.
  await page.keyboard.type("no");
  await suggestions(page, "nopreempt");
  await save("completion");
}

async function takeHosts(page: Page, save: (name: string) => Promise<void>): Promise<void> {
  await editorReady(page);
  await goToText(page, "virtual_router_id 61", "61");
  await page.keyboard.press("Delete");
  await page.keyboard.type("5");
  await squiggleShown(page);
  await goToText(page, "virtual_router_id 51", "51");
  await hoverAtCursor(page, /two masters/);
  await save("hover");
  await page.keyboard.press("Escape");
  // The next problem, shown within the text with the places that have to do with it.
  await page.keyboard.press("F8");
  await page.locator(".marker-widget", { hasText: "right" }).waitFor();
  await save("peek");
  await page.keyboard.press("Escape");
  await problems(page, /two masters/);
  await save("problems");
  await page.keyboard.press("Control+J");
  for (const [name, file, line, word, expected] of otherFiles) {
    await openFile(page, file);
    await page.locator(".editor-instance [class*=squiggly]").first().waitFor();
    await save(name);
    await goToText(page, line, word);
    await hoverAtCursor(page, expected);
    await save(`${name}-hover`);
    await page.keyboard.press("Escape");
  }
  await openFile(page, nodes[0]);
  await runCommand(page, "HA Config: Show Hosts and Clusters");
  await page.locator(".editor-instance .view-line", { hasText: "together because" }).waitFor();
  await page.locator(".editor-instance .detected-link").first().waitFor();
  // The first word in a colour of its own.
  await page.locator(".editor-instance .view-line", { hasText: "Cluster" }).locator("span span").nth(1).waitFor();
  await save("text");
}

/** Name of the picture, the file, text of the line, text before which the cursor is put, what the hover says. */
const otherFiles: readonly (readonly [name: string, file: string, line: string, word: string, expected: RegExp])[] = [
  ["ipvsadm", "ipvsadm.rules", "-r 192.0.2.21:8080", "8080", /becomes 80/],
  ["sysctl", "60-lvs.conf", "arp_ignore", "arp_ignore", /arp_ignore/],
  ["kube-proxy", "kube-proxy.yaml", "scheduler: wwr", "wwr", /wrr/],
  ["ha-config", ".ha-config.json", "usedVirtualRouterIds", "300", /VRID/],
];

async function takeHaproxy(page: Page, save: (name: string) => Promise<void>): Promise<void> {
  await editorReady(page);
  await squiggleShown(page);
  await page.keyboard.press("Control+B");
  await save("editor");
  await goTo(page, 50);
  await save("editor-middle");
  await goToText(page, "http-request deny if is_admin", "is_admin");
  await hoverAtCursor(page, /is_admin/);
  await save("hover-mistake");
  await page.keyboard.press("Escape");
  await problems(page, /api-servers/);
  await save("problems");
  await page.keyboard.press("Control+J");

  await openFile(page, "10-web.cfg");
  await save("colours");
  for (const [name, line, word, expected] of hovers) {
    await goToText(page, line, word);
    await hoverAtCursor(page, expected);
    await save(`hover-${name}`);
    await page.keyboard.press("Escape");
  }
  await goTo(page, 75);
  await save("colours-backends");
  for (const [name, typed, expected] of completions) {
    await goToText(page, "http-request capture req.hdr", "http-request");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type(typed);
    await suggestions(page, expected);
    await page.keyboard.press("Control+Space");
    await save(`completion-${name}`);
    await undoAll(page);
  }
  await openFile(page, "haproxy/haproxy.cfg");
  await save("colours-global");
}

async function takeChinese(page: Page, save: (name: string) => Promise<void>): Promise<void> {
  await editorReady(page);
  await squiggleShown(page);
  await page.keyboard.press("Control+B");
  await problems(page, /api-servers/);
  await save("problems");
  await page.keyboard.press("Control+J");
  await openFile(page, "10-web.cfg");
  for (const [name, line, word] of hovers) {
    await goToText(page, line, word);
    await hoverAtCursor(page, /\p{Script=Han}/u);
    await save(`hover-${name}`);
    await page.keyboard.press("Escape");
  }
}

/** Name of the picture, text of the line, text before which the cursor is put, what the hover says. */
const hovers: readonly (readonly [name: string, line: string, word: string, expected: RegExp])[] = [
  ["format", "log-format ", "TR/", /%TR/],
  ["sample-line", "log-format ", '"%ci', /Looks like/],
  ["condition", "http-request deny deny_status 429", "if too_quick", /Holds when/],
  ["acl", "use_backend api-canary if", "is_api", /path_beg/],
  ["action", "http-request deny deny_status 429", "deny deny_status", /deny_status/],
  ["fetch", "acl canary req.cook", "cook(", /req\.cook/],
  ["backend", "use_backend api-canary", "canary if", /server canary1/],
  ["rule", "server app1", "server", /NAME/],
];

/** Name of the picture, what is typed on a line of a frontend, an entry of the list. */
const completions: readonly (readonly [name: string, typed: string, expected: string])[] = [
  ["line", "", "bind"],
  ["actions", "http-request ", "add-header"],
  ["expression", "http-request set-header X-Real-IP %[", "req.hdr"],
  ["fetches", "http-request set-header X-Host %[req.", "req.hdr"],
  ["converters", "http-request set-header X-Host %[req.hdr(host),", "lower"],
  ["backends", "use_backend ", "api-canary"],
  ["condition", "use_backend api if ", "is_api"],
  ["criteria", "use_backend api if { ", "path_beg"],
  ["format", "log-format %", "ci"],
  ["bind", "bind :443 ", "ssl"],
];

async function takeTopology(page: Page, save: (name: string) => Promise<void>, host: string): Promise<void> {
  await editorReady(page);
  await page.keyboard.press("Control+B");
  await runCommand(page, "HA Config: Show Topology to the Side");
  await drawn(page);
  const inner = pageOf(page);
  await inner.locator(".question").first().waitFor();
  await save("rest");
  await part(page, `host ${host}`).click({ position: { x: 30, y: 18 } });
  await inner.locator(".why li").first().waitFor();
  await moment(page).press("End");
  await save("failed");
  const before = await inner.locator(".flag").first().innerText();
  await inner.locator(".question").last().click();
  await inner.locator(".flag").filter({ hasNotText: before }).first().waitFor();
  await moment(page).press("End");
  await save("cut");
}
