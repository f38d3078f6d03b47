/** The language of the topology's page: the one in which the server speaks. */
import { env, workspace } from "vscode";
import type { PageLocale } from "./messages.ts";

export function pageLocale(): PageLocale {
  const wanted = workspace.getConfiguration("haConfig").get<string>("language");
  if (wanted === "en" || wanted === "zh-cn") return wanted;
  return env.language.toLowerCase().startsWith("zh") ? "zh-cn" : "en";
}
