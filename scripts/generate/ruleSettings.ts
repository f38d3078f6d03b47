// The setting `haConfig.rules` in package.json, with one property for each rule, and its texts in package.nls*.json.
// What else stands in these files is left as it is.

import type { AnyRule } from "../../server/src/core/rules/rule.ts";
import { say } from "../../server/src/core/text/localized.ts";
import { type Files, read } from "./files.ts";
import { locales } from "./markdown.ts";

const setting = "haConfig.rules";
const severities = ["off", "hint", "information", "warning", "error"];
const textPrefix = "rules.";

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Record<string, object> } };
}

export function ruleSettings(rules: readonly AnyRule[]): Files {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const manifest = readJson<Manifest>("package.json");
  manifest.contributes.configuration.properties[setting] = {
    ...manifest.contributes.configuration.properties[setting],
    properties: Object.fromEntries(
      sorted.map(({ id, severity }) => [
        id,
        { type: "string", enum: severities, default: severity, markdownDescription: `%${textPrefix}${id}%` },
      ]),
    ),
    additionalProperties: false,
  };
  const texts = locales.map((locale): readonly [string, string] => {
    const file = locale === "en" ? "package.nls.json" : `package.nls.${locale}.json`;
    const others = Object.entries(readJson<Record<string, string>>(file)).filter(
      ([key]) => !key.startsWith(textPrefix),
    );
    const own = sorted.map(({ id, summary }) => [`${textPrefix}${id}`, say(summary, locale)] as const);
    return [file, toJson(Object.fromEntries([...others, ...own]))];
  });
  return new Map([["package.json", toJson(manifest)], ...texts]);
}

function readJson<T>(file: string): T {
  return JSON.parse(read(file) ?? "") as T;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
