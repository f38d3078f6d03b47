/** What the severities are called. */
import type { Severity } from "../../core/schema/problem.ts";
import { type Text, text } from "../../core/text/localized.ts";

export const severityNames: Readonly<Record<Severity, Text>> = {
  error: text("error", "错误"),
  warning: text("warning", "警告"),
  information: text("information", "信息"),
  hint: text("hint", "提示"),
};
