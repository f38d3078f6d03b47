/** The settings under `haConfig`, read with mistrust: people write them by hand. */
import type { Severity } from "../core/schema/problem.ts";
import type { ServiceSettings } from "../core/service.ts";
import type { Locale } from "../core/text/localized.ts";

export interface ServerSettings extends ServiceSettings {
  readonly locale: Locale;
}

const severities: readonly string[] = ["off", "hint", "information", "warning", "error"];

/**
 * `section` is the value of `haConfig`; `editorLocale` the language of the editor, such as `zh-cn`; `folders` the URIs of
 * the workspace's folders, from which paths are seen.
 */
export function readSettings(section: unknown, editorLocale: string, folders: readonly string[] = []): ServerSettings {
  const settings = asRecord(section);
  const versions: Record<string, string> = {};
  for (const [language, value] of Object.entries(settings)) {
    const version = asRecord(value)["version"];
    if (typeof version === "string" && /^\d+(\.\d+)*$/.test(version)) versions[language] = version;
  }
  const together: string[][] = [];
  for (const value of Object.values(settings)) {
    const files = asRecord(value)["files"];
    const paths = Array.isArray(files) ? files.filter((file) => typeof file === "string" && file !== "") : [];
    if (paths.length > 0)
      for (const folder of folders) together.push(paths.map((one) => patternOf(folder, String(one))));
  }
  const rules: Record<string, Severity | "off"> = {};
  for (const [rule, severity] of Object.entries(asRecord(settings["rules"]))) {
    if (typeof severity === "string" && severities.includes(severity)) rules[rule] = severity as Severity | "off";
  }
  const wanted = settings["language"];
  const locale =
    wanted === "en" || wanted === "zh-cn" ? wanted : editorLocale.toLowerCase().startsWith("zh") ? "zh-cn" : "en";
  return { versions, together, rules, locale };
}

/** The pattern of a path: a name without an ending is a folder, whose `.cfg` files are meant. */
function patternOf(folder: string, path: string): string {
  const clean = path.replace(/^\.?\//, "").replace(/\/$/, "");
  const isFolder = path.endsWith("/") || /\.d$/.test(clean) || !/\.[^/]*$/.test(clean);
  return `${folder.replace(/\/$/, "")}/${clean}${isFolder ? "/*.cfg" : ""}`;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
