/** `ha-config hosts`: what was made of the files, with reasons. */
import { describeEstate } from "../core/features/describeEstate.ts";
import type { Estate, Host, VirtualRouter } from "../core/model/cluster/host.ts";
import { defaultSettings, Service } from "../core/service.ts";
import { type Locale, say } from "../core/text/localized.ts";
import { diskFiles } from "../files/diskFiles.ts";
import { visible } from "./columns.ts";
import { takeInPaths } from "./inputs.ts";
import { chooseLocale } from "./locale.ts";
import { shownPath } from "./paths.ts";
import { parse, UsageError } from "./usage.ts";

const options = { format: { type: "string", default: "text" }, locale: { type: "string" } } as const;

type Write = (estate: Estate, locale: Locale) => string;

const formats: Readonly<Record<string, Write>> = {
  text: (estate, locale) =>
    `${describeEstate(estate, locale, shownPath)
      .map(({ text }) => visible(text))
      .join("\n")}\n`,
  json: (estate, locale) => `${JSON.stringify(toJson(estate, locale), undefined, 2)}\n`,
};

export function hosts(argv: readonly string[]): number {
  const { values, positionals } = parse({ args: [...argv], allowPositionals: true, options });
  const write = Object.hasOwn(formats, values.format) ? formats[values.format] : undefined;
  if (write === undefined) throw new UsageError(`unknown format "${values.format}"`);
  const service = new Service({ ...diskFiles, failed: () => undefined }, defaultSettings);
  takeInPaths(service, positionals, undefined);
  process.stdout.write(write(service.estate, chooseLocale(values.locale, process.env)));
  return 0;
}

function toJson({ clusters }: Estate, locale: Locale) {
  return {
    version: 1,
    clusters: clusters.map((cluster) => ({
      name: cluster.name,
      hosts: cluster.hosts.map((host) => hostJson(host, locale)),
      virtualRouters: cluster.routers.map((router) => routerJson(router, locale)),
    })),
  };
}

function hostJson({ name, isStated, files, addresses }: Host, locale: Locale) {
  return {
    name,
    stated: isStated,
    files: files.map(({ uri, reason }) => ({ path: shownPath(uri), reason: say(reason, locale) })),
    addresses: addresses.map(({ text, interface: on, reason }) => ({
      address: text,
      interface: on ?? null,
      reason: say(reason, locale),
    })),
  };
}

function routerJson({ members, reasons }: VirtualRouter, locale: Locale) {
  return {
    members: members.map(({ host, instance }) => ({
      host: host.name,
      instance: instance.name,
      virtualRouterId: instance.virtualRouterId?.value ?? null,
      priority: instance.priority?.value ?? null,
      virtualAddresses: instance.addresses.map((address) => address.text),
    })),
    reasons: reasons.map((reason) => say(reason, locale)),
  };
}
