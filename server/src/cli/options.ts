/** The options of `check`, read and validated. */
import type { Severity } from "../core/schema/problem.ts";
import { allRules, languages, type ServiceSettings } from "../core/service.ts";
import type { Locale } from "../core/text/localized.ts";
import { nearest } from "../core/text/nearest.ts";
import { isFolder, uriOf } from "../files/diskFiles.ts";
import { chooseLocale } from "./locale.ts";
import { formats } from "./report/index.ts";
import type { Format } from "./report/report.ts";
import { parse, UsageError } from "./usage.ts";

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly settings: ServiceSettings;
  /** Versions to compare with the ones that are set; without a language, that of all files. */
  readonly upgrades: readonly { readonly language: string | undefined; readonly version: string }[];
  readonly language: string | undefined;
  readonly fix: boolean;
  /** What is read is standard input, under this name or under one of ours. */
  readonly fromStdin: boolean;
  readonly stdinFilename: string | undefined;
  readonly locale: Locale;
}

const severities: readonly string[] = ["off", "hint", "information", "warning", "error"];

const options = {
  format: { type: "string", default: "text" },
  "keepalived-version": { type: "string" },
  "haproxy-version": { type: "string" },
  "sysctl-conf-version": { type: "string" },
  "kube-proxy-version": { type: "string" },
  "upgrade-to": { type: "string", multiple: true },
  file: { type: "string", short: "f", multiple: true },
  rule: { type: "string", multiple: true },
  language: { type: "string" },
  fix: { type: "boolean", default: false },
  "stdin-filename": { type: "string" },
  locale: { type: "string" },
} as const;

/** @throws UsageError where an option is unknown or its value makes no sense. */
export function readOptions(argv: readonly string[]): CheckOptions {
  const { values, positionals } = parse({ args: [...argv], allowPositionals: true, options });
  const format = formats[values.format];
  if (format === undefined) throw new UsageError(`unknown format "${values.format}"`);
  if (values.language !== undefined && !languages.some((language) => language.id === values.language)) {
    throw new UsageError(`unknown language "${values.language}"`);
  }
  const versions: Record<string, string> = {};
  for (const language of languages) {
    const version = values[`${language.id}-version` as "keepalived-version"];
    if (version !== undefined) versions[language.id] = readVersion(version);
  }
  const together = values.file ?? [];
  return {
    paths: [...together, ...positionals],
    format,
    settings: {
      versions,
      together: together.length === 0 ? [] : [together.map(patternOf)],
      rules: readRules(values.rule ?? []),
    },
    upgrades: (values["upgrade-to"] ?? []).map(readUpgrade),
    language: values.language,
    fix: values.fix,
    fromStdin: values["stdin-filename"] !== undefined || positionals.includes("-"),
    stdinFilename: values["stdin-filename"],
    locale: chooseLocale(values.locale, process.env),
  };
}

function readVersion(version: string): string {
  if (!/^\d+(\.\d+)*$/.test(version)) throw new UsageError(`"${version}" is not a version such as 2.2.7`);
  return version;
}

function readUpgrade(written: string): CheckOptions["upgrades"][number] {
  const [, language, version = ""] = /^(?:([^=]*)=)?(.*)$/.exec(written) ?? [];
  if (language !== undefined && !languages.some((one) => one.id === language)) {
    throw new UsageError(`unknown language "${language}" in --upgrade-to`);
  }
  return { language, version: readVersion(version) };
}

/** A file, or the files of a folder that a daemon reads (src/haproxy.c: cfgfiles_expand_directories). */
function patternOf(given: string): string {
  const uri = uriOf(given);
  return isFolder(given) ? `${uri.replace(/\/$/, "")}/*.cfg` : uri;
}

function readRules(written: readonly string[]): Record<string, Severity | "off"> {
  const ids = new Set(allRules().map((rule) => rule.id));
  const rules: Record<string, Severity | "off"> = {};
  for (const one of written) {
    const [id = "", severity = ""] = one.split("=");
    if (!ids.has(id)) {
      const meant = nearest(id, ids);
      throw new UsageError(`unknown rule "${id}"${meant === undefined ? "" : `, did you mean "${meant}"?`}`);
    }
    if (!severities.includes(severity))
      throw new UsageError(`"${one}" should be ID=off|hint|information|warning|error`);
    rules[id] = severity as Severity | "off";
  }
  return rules;
}
