/** The words of an `acl` line: a name, and what it stands for. */
import type { Value } from "../../../schema/value.ts";
import { define } from "../../../schema/values/name.ts";
import { fill, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";
import { ownerOf } from "../owners.ts";
import { findPredefinedAcl } from "../samples/index.ts";
import { readCriterion } from "./criterion.ts";
import { suggestCriterion } from "./criterionSuggestions.ts";
import { rangeOf } from "./expression.ts";
import type { Stage } from "./stage.ts";

const messages = {
  reserved: text('"{0}" cannot be the name of an ACL', '"{0}"不能作为 ACL 的名称'),
  characters: text('"{0}" may hold letters, digits and . : _ - only', '"{0}"只能包含字母、数字和 . : _ -'),
  predefined: text('"{0}" takes the place of the ACL that is always there', '"{0}"会取代预定义的同名 ACL'),
};

/** The name that an `acl` line gives. */
export function aclName(): Value {
  return {
    ...define("acl"),
    signature: "NAME",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const owner = ownerOf(reader.block);
      reader.bind({ name, word, data: word.value, token: "class", defines: "acl", owner });
      if (word.unknown === true) return;
      const report = (message: typeof messages.reserved, severity: "error" | "information") =>
        reader.report({ code: "acl-name", ...rangeOf(word), message: fill(message, word.value), severity });
      const predefined = findPredefinedAcl(word.value);
      if (word.value.toLowerCase() === "or") report(messages.reserved, "error");
      else if (!/^[A-Za-z0-9_.:-]*$/.test(word.value)) report(messages.characters, "error");
      else if (predefined !== undefined && atLeast(reader.version, predefined.since)) {
        report(messages.predefined, "information");
      }
    },
  };
}

/** A criterion with flags and patterns: all words that are left. */
export function aclCriterion(stage: Stage = "anywhere"): Value {
  return {
    signature: "CRITERION [FLAG…] [PATTERN…]",
    token: "string",
    many: true,
    match(reader) {
      readCriterion(reader, stage);
    },
    suggest: (before, context) => suggestCriterion(before, stage, context),
  };
}
