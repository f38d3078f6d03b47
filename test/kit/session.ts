/** A client and a server in memory, joined by two streams. */
import { PassThrough } from "node:stream";
import {
  type Connection,
  createConnection,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { startServer } from "../../server/src/lsp/server.ts";

/** A client and a server that are joined by two streams. */
export class Session {
  readonly client: ProtocolConnection;
  readonly #diagnostics: PublishDiagnosticsParams[] = [];
  #arrived: (() => void) | undefined;

  /** `files` are those of the disk that are found in the workspace's folders. */
  constructor(files: ReadonlyMap<string, string> = new Map()) {
    const up = new PassThrough();
    const down = new PassThrough();
    const server: Connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(server, () => ({
      list: () => [],
      read: (uri) => files.get(uri) ?? null,
      discover: async (_, wanted) => [...files].flatMap(([uri, text]) => (wanted(uri) ? [{ uri, text }] : [])),
      changed: () => undefined,
    }));
    this.client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.#diagnostics.push(params);
      this.#arrived?.();
    });
    this.client.listen();
  }

  async start(options: object = {}): Promise<InitializeResult> {
    const result = await this.client.sendRequest<InitializeResult>("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
      ...options,
    });
    await this.client.sendNotification("initialized", {});
    return result;
  }

  open(uri: string, text: string, languageId = "keepalived"): Promise<void> {
    const textDocument = { uri, languageId, version: 1, text };
    return this.client.sendNotification("textDocument/didOpen", { textDocument });
  }

  /** The next diagnostics that are published. */
  async next(): Promise<PublishDiagnosticsParams> {
    while (this.#diagnostics.length === 0) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
    return this.#diagnostics.shift() as PublishDiagnosticsParams;
  }
}
