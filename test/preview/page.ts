/**
 * The page of the topology panel in a browser, without VS Code: a real language server answers it over the files of a
 * workspace, and its policy is that of the panel. Tests see what it posts, and wait for what it shows.
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { converse } from "../../client/src/preview/conversation.ts";
import { pageHtml } from "../../client/src/preview/html.ts";
import { type FromWebview, isFromWebview, type PageRange, type ToWebview } from "../../client/src/preview/messages.ts";
import { root } from "../../scripts/paths.ts";
import type { Graph } from "../../server/src/core/topology/graph.ts";
import { openWindow, type WindowOptions } from "../e2e/host.ts";
import { Session } from "../kit/session.ts";
import { type ThemeName, themes } from "./themes.ts";

export interface PreviewOptions {
  /** Texts by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Drawn in the place of what the files say; nothing can be simulated then but what `files` have. */
  readonly graph?: Graph;
  readonly theme?: ThemeName;
  readonly locale?: "en" | "zh-cn";
  readonly isMotionReduced?: boolean;
  readonly window?: WindowOptions;
}

export interface Preview {
  readonly page: Page;
  /** All that the page has posted. */
  readonly posted: readonly FromWebview[];
  /** Where the panel would have gone. */
  readonly revealed: readonly { readonly uri: string; readonly range: PageRange }[];
  /** What the browser complained of: errors, and what the policy forbade. */
  readonly complaints: readonly string[];
  /** Until it posts the next one. */
  heard(): Promise<void>;
  send(message: ToWebview): Promise<void>;
  /** The graph that is drawn. */
  graph(): Promise<Graph>;
  /** Writes a file anew and sends the graph that comes of it. */
  edit(file: string, text: string): Promise<void>;
  close(): Promise<void>;
}

const folder = "file:///site";

/** Opens the page and waits until it has drawn. */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const { files = {}, locale = "en", theme = "dark", isMotionReduced = false } = options;
  const uris = new Map(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
  const session = new Session(uris);
  await session.start({ locale, workspaceFolders: [{ uri: folder, name: "site" }] });
  const window = await openWindow(options.window);
  const { page } = window;
  const posted: FromWebview[] = [];
  const revealed: { readonly uri: string; readonly range: PageRange }[] = [];
  const complaints: string[] = [];
  const waiting: (() => void)[] = [];
  let isClosed = false;
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.emulateMedia({ reducedMotion: isMotionReduced ? "reduce" : "no-preference" });
  const send = (message: ToWebview) => page.evaluate((data) => postMessage(data, "*"), message);
  const graph = async () =>
    options.graph ?? (await session.client.sendRequest<{ graph: Graph }>("haConfig/topology", {})).graph;
  const sent = (sending: Promise<void>) =>
    sending.catch((error: unknown) => {
      if (!isClosed) complaints.push(String(error));
    });
  const conversation = converse({
    post: (message) => void sent(send(message)),
    locale: () => locale,
    serverState: () => "running",
    cursor: () => undefined,
    folderNames: () => ({ [folder]: "site" }),
    graph,
    simulate: ({ events, uri }) => session.client.sendRequest("haConfig/simulate", { events, ...(uri && { uri }) }),
    questions: ({ uri }) => session.client.sendRequest("haConfig/questions", { ...(uri && { uri }) }),
    canonical: (uri) => uri,
    reveal: async (uri, range) => void revealed.push({ uri, range }),
    save: async ({ name }) => name,
  });
  await page.exposeFunction("toPanel", (message: unknown) => {
    if (!isFromWebview(message)) throw new Error(`No message of ours: ${JSON.stringify(message)}`);
    posted.push(message);
    conversation.hear(message);
    for (const tell of waiting.splice(0)) tell();
  });
  await page.route("http://127.0.0.1/**", (route) => {
    const { pathname } = new URL(route.request().url());
    const file = path.join(root, "dist", path.basename(pathname));
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: html(theme) });
    if (pathname === "/start.js") return route.fulfill({ contentType: "text/javascript", body: start });
    if (pathname === "/theme.css") return route.fulfill({ contentType: "text/css", body: css(theme) });
    return fs.existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: "" });
  });
  await page.goto("http://127.0.0.1/");
  await page.waitForSelector(".drawing .part, .nothing");
  return {
    page,
    posted,
    revealed,
    complaints,
    heard: () => new Promise((resolve) => waiting.push(resolve)),
    send,
    graph,
    edit: async (file, text) => {
      await session.open(`${folder}/${file}`, text);
      conversation.graphChanged();
    },
    close: async () => {
      isClosed = true;
      await window.close();
      session.client.dispose();
    },
  };
}

/** The files of a folder by their paths in it. */
export function filesIn(directory: string): Readonly<Record<string, string>> {
  const names = fs.readdirSync(directory, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => fs.statSync(path.join(directory, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [
      name.split(path.sep).join("/"),
      fs.readFileSync(pathToFileURL(path.join(directory, name)), "utf8"),
    ]),
  );
}

/** What VS Code gives to a page: one object, which may be asked for once. What it keeps outlives the page. */
const start = `
let kept = JSON.parse(sessionStorage.getItem("kept") ?? "null") ?? undefined;
globalThis.acquireVsCodeApi = () => ({
  postMessage: (message) => { void globalThis.toPanel(message); },
  getState: () => kept,
  setState: (state) => { kept = state; sessionStorage.setItem("kept", JSON.stringify(state)); },
});`;

/** The panel's page with its policy, and before its script what VS Code puts there. */
function html(theme: ThemeName): string {
  const origin = "http://127.0.0.1";
  const page = pageHtml({
    script: `${origin}/webview.js`,
    style: `${origin}/webview.css`,
    styleSource: origin,
    nonce: "abc",
    locale: "en",
    title: "Topology",
  });
  return page
    .replace("<link", `<link rel="stylesheet" href="/theme.css"><script nonce="abc" src="/start.js"></script><link`)
    .replace("<body>", `<body class="${themes[theme].body}">`);
}

function css(theme: ThemeName): string {
  const variables = Object.entries(themes[theme].colours).map(([name, value]) => `--vscode-${name}: ${value};`);
  return `:root { ${variables.join(" ")} }\nbody { padding: 0 20px; }`;
}
