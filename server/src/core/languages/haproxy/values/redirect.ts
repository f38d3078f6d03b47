/** What follows `redirect`, as a rule and as a keyword (src/http_rules.c: http_parse_redirect_rule). */
import type { Value } from "../../../schema/value.ts";
import { either, fixed, many, pattern, value } from "../../../schema/values/pattern.ts";
import { word } from "../../../schema/values/word.ts";
import { choice } from "./choices.ts";
import { logFormat } from "./logFormat.ts";
import { requires } from "./requires.ts";
import type { Stage } from "./stage.ts";

/** Where to, with which status, and what becomes of query and cookies, in any order. */
export function redirect(stage: Stage): Value {
  const settings = pattern(
    many(
      either(
        [fixed("location"), value("location", logFormat(stage))],
        [fixed("prefix"), value("prefix", logFormat(stage))],
        [fixed("scheme"), value("scheme", logFormat(stage))],
        [fixed("code"), value("code", choice(["301", "302", "303", "307", "308"]))],
        [fixed("drop-query")],
        [fixed("keep-query", { since: "3.1" })],
        [fixed("append-slash")],
        [fixed("ignore-empty")],
        [fixed("set-cookie"), value("set-cookie", word("COOKIE"))],
        [fixed("set-cookie-fmt", { since: "3.1" }), value("set-cookie-fmt", logFormat(stage))],
        [fixed("clear-cookie"), value("clear-cookie", word("COOKIE"))],
      ),
    ),
  );
  return requires(settings, "location", "prefix", "scheme");
}
