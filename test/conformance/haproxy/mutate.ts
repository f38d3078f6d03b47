/** The slips that haproxy.cfg is tried with. */
import { type Mutant, type Mutations, mutantsOf } from "../mutants.ts";
import { double, drop, replaceLetter, swap } from "../slips.ts";
import { type Line, outline } from "./outline.ts";
import * as expressions from "./slips/expressions.ts";
import * as slips from "./slips/lines.ts";
import * as marks from "./slips/marks.ts";
import * as names from "./slips/names.ts";
import * as ofSections from "./slips/sections.ts";
import * as values from "./slips/values.ts";
import {
  excessWord,
  onArgument,
  onKeyword,
  onPlainArgument,
  onSecondWord,
  prefixed,
  swapWords,
  wordFromElsewhere,
} from "./slips/words.ts";

/** Every kind of mutation with its share. */
const mutations: Mutations<Line> = {
  "keyword: letters swapped": { share: 1, mutate: onKeyword(swap) },
  "keyword: letter dropped": { share: 1, mutate: onKeyword(drop) },
  "keyword: letter doubled": { share: 1, mutate: onKeyword(double) },
  "keyword: letter replaced": { share: 1, mutate: onKeyword(replaceLetter) },
  "keyword: prefixed with no": { share: 1, mutate: prefixed("no") },
  "keyword: prefixed with default": { share: 1, mutate: prefixed("default") },
  "second word: letter dropped": { share: 1, mutate: onSecondWord(drop) },
  "second word: letter replaced": { share: 1, mutate: onSecondWord(replaceLetter) },
  "argument: letter replaced": { share: 2, mutate: onPlainArgument(replaceLetter) },
  "argument: letters swapped": { share: 1, mutate: onPlainArgument(swap) },
  "word missing": { share: 3, mutate: onArgument(() => "") },
  "word doubled": { share: 2, mutate: onArgument((word) => `${word} ${word}`) },
  "words swapped": { share: 2, mutate: swapWords },
  "word from another line": { share: 3, mutate: wordFromElsewhere },
  "excess word": { share: 2, mutate: excessWord },
  "number: at an edge": { share: 2, mutate: values.numberAtAnEdge },
  "number: too large": { share: 1, mutate: values.numberTooLarge },
  "number: junk": { share: 2, mutate: values.numberJunk },
  "unit missing": { share: 1, mutate: values.unitMissing },
  "unit wrong": { share: 1, mutate: values.unitWrong },
  "port missing": { share: 1, mutate: values.portMissing },
  "port wrong": { share: 1, mutate: values.portWrong },
  "address wrong": { share: 1, mutate: values.addressWrong },
  "line removed": { share: 2, mutate: slips.lineRemoved },
  "line doubled": { share: 2, mutate: slips.lineDoubled },
  "line moved within its section": { share: 2, mutate: slips.lineMovedWithin },
  "line moved to another section": { share: 3, mutate: slips.lineMovedElsewhere },
  "line moved before all sections": { share: 1, mutate: slips.lineMovedOut },
  "line continued with a backslash": { share: 1, mutate: slips.lineContinued },
  "line commented out": { share: 1, mutate: slips.lineCommentedOut },
  "lines joined": { share: 1, mutate: slips.linesJoined },
  "last line without an end": { share: 1, mutate: slips.lastLineOpen },
  "section removed": { share: 2, mutate: ofSections.sectionRemoved },
  "section doubled": { share: 1, mutate: ofSections.sectionDoubled },
  "section moved": { share: 1, mutate: ofSections.sectionMoved },
  "section of another kind": { share: 2, mutate: ofSections.kindChanged },
  "section without a name": { share: 1, mutate: ofSections.nameMissing },
  "mode changed": { share: 2, mutate: ofSections.modeChanged },
  "definition renamed": { share: 2, mutate: names.definitionRenamed },
  "definitions of one name": { share: 1, mutate: names.definitionClashes },
  "use misspelled": { share: 2, mutate: names.useMisspelled },
  "use in parentheses misspelled": { share: 1, mutate: names.innerUseMisspelled },
  "quote dropped": { share: 1, mutate: marks.quoteDropped },
  "quote of the other kind": { share: 1, mutate: marks.quoteOther },
  "quote added": { share: 1, mutate: marks.quoteAdded },
  "backslash added": { share: 1, mutate: marks.backslash },
  "brace dropped": { share: 1, mutate: marks.braceDropped },
  "brace doubled": { share: 1, mutate: marks.braceDoubled },
  "brace without a blank": { share: 1, mutate: marks.braceGlued },
  "bracket dropped": { share: 1, mutate: marks.bracketDropped },
  "parenthesis dropped": { share: 1, mutate: marks.parenthesisDropped },
  "variable of the environment": { share: 1, mutate: marks.variable },
  "comment inserted": { share: 1, mutate: marks.commented },
  "percent sign": { share: 1, mutate: marks.percent },
  "fetch misspelled": { share: 1, mutate: expressions.fetchMisspelled },
  "fetch replaced": { share: 2, mutate: expressions.fetchReplaced },
  "converter misspelled": { share: 1, mutate: expressions.converterMisspelled },
  "converter replaced": { share: 1, mutate: expressions.converterReplaced },
  "converter added": { share: 2, mutate: expressions.converterAdded },
  "converter is a fetch": { share: 1, mutate: expressions.fetchForConverter },
  "arguments gone": { share: 1, mutate: expressions.argumentsGone },
  "argument in parentheses added": { share: 1, mutate: expressions.argumentAdded },
  "argument in parentheses replaced": { share: 2, mutate: expressions.argumentReplaced },
  "log alias misspelled": { share: 1, mutate: expressions.aliasMisspelled },
  "scope of a variable": { share: 1, mutate: expressions.variableScope },
  "flag changed": { share: 1, mutate: expressions.flagChanged },
  "flag added": { share: 1, mutate: expressions.flagAdded },
  "if dropped": { share: 1, mutate: expressions.conditionWordDropped },
  "if replaced": { share: 1, mutate: expressions.conditionWordReplaced },
  "operator changed": { share: 1, mutate: expressions.operatorChanged },
  "condition: or added": { share: 1, mutate: expressions.conditionTermAdded },
  "condition: negated": { share: 1, mutate: expressions.conditionTermNegated },
};

/** About `count` mutants of the bases; others for another `seed`. */
export function mutants(
  bases: readonly { readonly name: string; readonly text: string }[],
  count: number,
  seed: string,
): Mutant[] {
  return mutantsOf(mutations, outline, bases, count, seed);
}
