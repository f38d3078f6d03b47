// The one language client: what it listens to, what it serves to the server, and the commands around it.
// Shared by desktop and web, so nothing here may need Node or a browser; the two main.ts say how a server is started.

import { commands, type ExtensionContext, l10n, window, workspace } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { ListFilesRequest, ReadFileRequest } from "../../server/src/lsp/protocol.ts";
import { listFiles, readFile } from "./files.ts";
import { hostsLanguage, showHosts } from "./hosts.ts";
import { recognizeIncluded } from "./included.ts";
import { showTopology } from "./preview/panel.ts";
import { showStatus } from "./status.ts";
import { checkUpgrades } from "./upgrade.ts";

/** Also the prefix of every setting: the client library reads `haConfig.trace.server` by this name. */
export const clientId = "haConfig";

/** Files that may be read together with an open one, be a language of ours under another name, or tell of hosts. */
const watchedFiles = `**/{${[
  "*.conf,*.keepalived,keepalived.conf.*,*.cfg,*.haproxy,haproxy*.cfg.*",
  "*kube*proxy*.yaml,*kube*proxy*.yml,*.rules,*.ipvs,ipvsadm,ipvsadm.save,.ha-config.json",
  // What `hostFileReaders` of the core knows beside these.
  "interfaces,interfaces.d/*,ifcfg-*,*.nmconnection,*.network,netplan/*,netplan.yaml,[0-9][0-9]-*.yaml,hostname,hosts",
  "*.nft,*rules.v[46],iptables*,ip6tables*,zones/*.xml,*.service,*.sh,rc.local,init.d/*",
].join(",")}}`;

/** Languages of others in whose files configurations of ours stand. The server looks at the text, and leaves the rest alone. */
const hosts: readonly string[] = ["yaml"];

/** Makes a client that is not yet started; the two platforms differ in nothing else. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language server and registers everything that goes with it. */
export async function startClient(context: ExtensionContext, create: CreateClient): Promise<BaseLanguageClient> {
  // Ours rather than the client's own, so that it outlives a restart of the server.
  const output = window.createOutputChannel("HA Config", { log: true });
  const watcher = workspace.createFileSystemWatcher(watchedFiles);
  const languages = contributedLanguages(context);
  const client = create({
    documentSelector: [...languages, ...hosts].map((language) => ({ language })),
    outputChannel: output,
    // The server never crashes silently: the library itself shows a message then.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // With the first settings, not after them, so that no diagnostic appears for a moment that is switched off.
    initializationOptions: plainSettings,
    synchronize: { configurationSection: clientId, fileEvents: watcher },
  });
  client.onRequest(ReadFileRequest.method, readFile);
  client.onRequest(ListFilesRequest.method, listFiles);
  context.subscriptions.push(
    output,
    watcher,
    recognizeIncluded(),
    showStatus(client, languages),
    checkUpgrades(client, languages),
    showHosts(client),
    showTopology(context, client),
    commands.registerCommand("haConfig.showOutput", () => output.show()),
    commands.registerCommand("haConfig.restartServer", () => restart(client)),
  );
  await client.start();
  return client;
}

/** A further language is one entry under `contributes.languages` in package.json, and nothing here. */
function contributedLanguages(context: ExtensionContext): readonly string[] {
  const manifest = context.extension.packageJSON as { contributes: { languages: readonly { id: string }[] } };
  return manifest.contributes.languages.map(({ id }) => id).filter((id) => id !== hostsLanguage);
}

/** The settings without the methods that VS Code puts on them, which cannot be posted to a worker. */
function plainSettings(): unknown {
  return JSON.parse(JSON.stringify(workspace.getConfiguration(clientId)));
}

async function restart(client: BaseLanguageClient): Promise<void> {
  try {
    if (client.needsStop()) {
      await client.stop();
    }
    await client.start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const show = l10n.t("Show Output");
    const message = l10n.t("The HA Config language server did not restart: {0}", reason);
    if ((await window.showErrorMessage(message, show)) === show) {
      await commands.executeCommand("haConfig.showOutput");
    }
  }
}
