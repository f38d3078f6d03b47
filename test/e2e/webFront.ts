// A front for the VS Code server on the same origin, which makes our extension a web extension under development.
// It serves the extension's folder and puts its address into the page's configuration; everything else, websockets
// too, passes through unchanged. (Another port would be refused by the page's content security policy, and a page
// that Playwright rewrites has no local address, so that Chromium blocks its websocket.)

import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";

const extensionPath = "/_extension/";
/** Below the extension, because that is how VS Code finds the extension host that is to run the tests. */
const testsPath = `${extensionPath}_tests/`;

const contentTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".cjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

export interface WebFront {
  readonly port: number;
  close(): void;
}

/** Serves `extension` and, when named, a test bundle, in front of the server at `backend`. */
export async function startWebFront(backend: number, extension: string, tests?: string): Promise<WebFront> {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname.startsWith(testsPath) && tests !== undefined) {
      sendFile(response, path.dirname(tests), pathname.slice(testsPath.length));
    } else if (pathname.startsWith(extensionPath)) {
      sendFile(response, extension, pathname.slice(extensionPath.length));
    } else {
      pass(backend, request, response, (html) => configure(html, request.headers.host ?? "", tests));
    }
  });
  server.on("upgrade", (request, socket, head) => passSocket(backend, request, socket as net.Socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function sendFile(response: http.ServerResponse, folder: string, name: string): void {
  const file = path.join(folder, decodeURIComponent(name));
  if (!file.startsWith(folder + path.sep) || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  const contentType = contentTypes[path.extname(file)] ?? "application/octet-stream";
  // The frame of the web worker host has an origin of its own.
  response.writeHead(200, { "Content-Type": contentType, "Access-Control-Allow-Origin": "*" });
  fs.createReadStream(file).pipe(response);
}

function pass(
  backend: number,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  edit: (html: string) => string,
): void {
  // The page itself is edited, so it must not come compressed.
  const headers = { ...request.headers, "accept-encoding": "identity" };
  const { method, url } = request;
  const upstream = http.request({ host: "127.0.0.1", port: backend, method, path: url, headers }, (answer) => {
    const isPage = /text\/html/.test(answer.headers["content-type"] ?? "") && /^\/(\?|$)/.test(url ?? "");
    if (!isPage) {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      return;
    }
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("end", () => {
      const html = edit(Buffer.concat(chunks).toString());
      const { "transfer-encoding": _chunked, etag: _etag, ...rest } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, { ...rest, "content-length": Buffer.byteLength(html) });
      response.end(html);
    });
  });
  upstream.on("error", () => response.writeHead(502).end());
  request.pipe(upstream);
}

function passSocket(backend: number, request: http.IncomingMessage, socket: net.Socket, head: Buffer): void {
  const upstream = net.connect(backend, "127.0.0.1", () => {
    const pairs: string[] = [];
    for (let at = 0; at < request.rawHeaders.length; at += 2) {
      pairs.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}\r\n`);
    }
    upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${pairs.join("")}\r\n`);
    upstream.write(head);
    upstream.pipe(socket);
    socket.pipe(upstream);
  });
  upstream.on("error", () => socket.destroy());
  socket.on("error", () => upstream.destroy());
}

/** The workbench reads its configuration from an attribute of the page. */
function configure(html: string, authority: string, tests: string | undefined): string {
  const attribute = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/;
  return html.replace(attribute, (_all, before: string, settings: string) => {
    const configuration = JSON.parse(settings.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
    const at = (path: string): object => ({ scheme: "http", authority, path });
    configuration.developmentOptions = {
      ...configuration.developmentOptions,
      extensions: [at(extensionPath.slice(0, -1))],
      ...(tests === undefined ? {} : { extensionTestsPath: at(testsPath + path.basename(tests)) }),
    };
    return before + JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  });
}
