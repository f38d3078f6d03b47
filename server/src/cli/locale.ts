/** The language of messages on a terminal. */
import type { Locale } from "../core/text/localized.ts";
import { UsageError } from "./usage.ts";

/** The locale that was asked for, or that the environment names. */
export function chooseLocale(
  wanted: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Locale {
  if (wanted === "en" || wanted === "zh-cn") return wanted;
  if (wanted !== undefined) throw new UsageError(`unknown locale "${wanted}"`);
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return (LC_ALL || LC_MESSAGES || LANG || "").toLowerCase().startsWith("zh") ? "zh-cn" : "en";
}
