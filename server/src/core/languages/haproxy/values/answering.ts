/** What answers a request instead of a server: something that is built in, or a function of Lua. */
import type { Value } from "../../../schema/value.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";

const unknown = text('No service is called "{0}"', '没有名为"{0}"的服务');
const unknownHere = text('No service is called "{0}" here', '此处没有名为"{0}"的服务');

/** addons/promex: it answers HTTP only. */
export function service(stage: string): Value {
  return stage === "http-request"
    ? word("SERVICE", { pattern: /^(?:prometheus-exporter$|lua\.)/, expected: unknown })
    : word("SERVICE", { pattern: /^lua\./, expected: unknownHere });
}
