/** Where a rule keeps its sample for the logs. */
import { either, fixed, value } from "../../../schema/values/pattern.ts";
import type { Piece } from "../../../schema/values/pieces.ts";
import { integer } from "./integer.ts";

const declared: readonly Piece[] = [fixed("id"), value("id", integer({ min: 0, refuses: "number" }))];

/** Only rules for requests make slots of their own (src/http_act.c: parse_http_res_capture). */
export function captureSlot(stage: string): readonly Piece[] {
  if (/^http-(?:after-)?response$/.test(stage)) return declared;
  return [either([fixed("len"), value("length", integer({ min: 1 }))], declared)];
}
