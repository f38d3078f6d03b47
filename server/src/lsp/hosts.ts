/** The request that shows what was made of the files: hosts and clusters, with reasons. */
import type { Connection } from "vscode-languageserver";
import { describeEstate } from "../core/features/describeEstate.ts";
import type { Service } from "../core/service.ts";
import type { Locale } from "../core/text/localized.ts";
import { decodedUri } from "../core/text/uri.ts";
import { HostsRequest, type HostsResult } from "./protocol.ts";
import { shield } from "./shield.ts";

export function registerHosts(
  connection: Connection,
  service: Service,
  around: () => { readonly locale: Locale; readonly folders: readonly string[] },
): void {
  connection.onRequest(
    HostsRequest.method,
    shield<unknown, HostsResult>(connection, "hosts", { text: "" }, () => {
      const { locale, folders } = around();
      const show = (uri: string) => {
        const folder = folders.find((one) => uri.startsWith(`${one}/`));
        return decodedUri(folder === undefined ? uri : uri.slice(folder.length + 1));
      };
      return { text: `${describeEstate(service.estate, locale, show).join("\n")}\n` };
    }),
  );
}
