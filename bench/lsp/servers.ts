/** The servers that are compared, and what each of them works on. */
import { createRequire } from "node:module";
import path from "node:path";
import { jsonSchema, jsonText } from "../documents/json.ts";
import type { Subject } from "../documents/subjects.ts";

export interface Server {
  readonly name: string;
  /** What Node runs. */
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly initializationOptions: object;
  readonly languageId: string;
  readonly uri: string;
  /** Whether it is asked for diagnostics after each change. The JSON server waits 500 ms before it pushes them. */
  readonly pull: boolean;
  /** A document for the size of the subject's of so many lines: for other languages, one of as many bytes. */
  readonly text: (lines: number) => string;
  /** The letter that is typed and taken away again goes after this text: it makes a choice invalid. */
  readonly mistake: string;
  /** The same for a name that is used elsewhere, so that facts of the whole file change. */
  readonly rename?: string;
  /** The same for a line end, which moves all lines below. */
  readonly lineEnd?: string;
}

/** The built server of a folder, as editors start it: with Node's compile cache. */
export function ourServer(name: string, folder: string, cache: string, subject: Subject): Server {
  const { languageId, uri, text, mistake, rename, lineEnd } = subject;
  return {
    name,
    args: [path.join(folder, "server.js"), "--stdio"],
    environment: { NODE_COMPILE_CACHE: cache },
    settings: {},
    initializationOptions: {},
    languageId,
    uri,
    pull: false,
    text,
    mistake,
    rename,
    lineEnd,
  };
}

/** The stock server that understands nothing, on our documents. */
export function echoServer(program: string, cache: string, subject: Subject): Server {
  return { ...ourServer("empty server", "", cache, subject), args: [program, "--stdio"] };
}

/** VS Code's JSON server, on a document of as many bytes and with a schema. */
export function jsonServer(subject: Subject): Server {
  const schemas = [{ fileMatch: ["*.json"], url: "memory://site.schema.json", schema: jsonSchema }];
  return {
    name: "JSON server",
    args: [
      createRequire(import.meta.url).resolve("vscode-langservers-extracted/bin/vscode-json-language-server"),
      "--stdio",
    ],
    environment: {},
    settings: { json: { validate: { enable: true }, schemas } },
    initializationOptions: { handledSchemaProtocols: ["file"] },
    languageId: "json",
    uri: "file:///etc/keepalived/sites.json",
    pull: true,
    text: (lines) => jsonText(Buffer.byteLength(subject.text(lines))),
    mistake: '"lb_algo": "wrr',
  };
}
