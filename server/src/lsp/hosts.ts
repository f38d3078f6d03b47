/** The request that shows what was made of the files: hosts and clusters, with reasons; and word of it when it changes. */
import type { Connection } from "vscode-languageserver";
import { type DescribedLine, describeEstate } from "../core/features/describeEstate.ts";
import type { Service } from "../core/service.ts";
import { type Locale, say, text } from "../core/text/localized.ts";
import { decodedUri } from "../core/text/uri.ts";
import { toRange } from "./convert.ts";
import { HostsChangedNotification, type HostsMark, HostsRequest, type HostsResult } from "./protocol.ts";
import { shield } from "./shield.ts";

const heading = text(
  "Read from the files, and kept up to date. What is guessed wrong can be stated in .ha-config.json",
  "根据文件得出，并随编辑更新。推测有误时，可在 .ha-config.json 中声明",
);

export interface HostsView {
  /** Tells the client where the text is no longer the one that it has; nothing where it never asked for one. */
  readonly look: () => void;
}

export function registerHosts(
  connection: Connection,
  service: Service,
  around: () => { readonly locale: Locale; readonly folders: readonly string[] },
): HostsView {
  let told: string | undefined;
  const describe = (): HostsResult => {
    const { locale, folders } = around();
    const show = (uri: string) => {
      const folder = folders.find((one) => uri.startsWith(`${one}/`));
      return decodedUri(folder === undefined ? uri : uri.slice(folder.length + 1));
    };
    const above: readonly DescribedLine[] = [
      {
        text: say(heading, locale),
        marks: [{ kind: "reason", start: 0, end: say(heading, locale).length, target: undefined }],
      },
      { text: "", marks: [] },
    ];
    const lines = [...above, ...describeEstate(service.estate, locale, show)];
    return {
      text: `${lines.map((line) => line.text).join("\n")}\n`,
      marks: lines.flatMap((line, at) => marksOf(service, line, at)),
    };
  };
  connection.onRequest(
    HostsRequest.method,
    shield<unknown, HostsResult>(connection, "hosts", { text: "", marks: [] }, () => {
      const result = describe();
      told = JSON.stringify(result);
      return result;
    }),
  );
  return {
    look: () => {
      if (told === undefined || told === JSON.stringify(describe())) return;
      // Once for each text that is shown: the client asks again, or nobody reads it any more.
      told = undefined;
      void connection.sendNotification(HostsChangedNotification.method);
    },
  };
}

function marksOf(service: Service, { marks }: DescribedLine, line: number): readonly HostsMark[] {
  return marks.map(({ kind, start, end, target }) => ({
    kind,
    line,
    start,
    end,
    target:
      target === undefined
        ? null
        : {
            uri: target.uri,
            ...(target.location === undefined ? {} : { range: toRange(service, target.location) }),
          },
  }));
}
