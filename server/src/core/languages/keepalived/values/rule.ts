/** The lines of virtual_rules and static_rules. */
import type { Value } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { reportSwallowed, trackGroupOption } from "./family.ts";
import { Line, OptionTable } from "./line.ts";
import { actionOf, type RuleState, setAction } from "./ruleActions.ts";
import { ruleOptions } from "./ruleOptions.ts";

const messages = {
  noAction: text("The rule needs an action: {0}", "规则缺少动作：{0}"),
  noPreference: text(
    'The rule needs a "preference": without it the daemon counts down from 16384',
    '规则缺少"preference"：未写时守护进程会从 16384 递减分配',
  ),
  gotoNeedsPreference: text('"goto" needs a "preference"', '"goto"要求同时写"preference"'),
  gotoBackwards: text(
    '"goto" must lead to a number above the preference {0}',
    '"goto"的目标必须大于该规则的 preference（{0}）',
  ),
  tableOnly: text('"{0}" is for rules that look up a table only', '"{0}"只能用于查表的规则'),
  groupNeedsDevice: text('"track_group" needs "iif"', '"track_group"要求同时写"iif"'),
  protocol: text(
    'A tracked rule has the protocol keepalived (18): "{0}" is ignored unless "no_track" is written',
    '被跟踪的规则协议固定为 keepalived（18）：未写"no_track"时"{0}"会被忽略',
  ),
};

const actions = ["table", "goto", "nop", "blackhole", "unreachable", "prohibit", "l3mdev"];

export function rule(settings: { readonly kind: "virtual" | "static" }): Value {
  const table = new OptionTable<RuleState>([...ruleOptions, ...(settings.kind === "static" ? [trackGroupOption] : [])]);
  return {
    many: true,
    signature: "[OPTION…] ACTION",
    token: "property",
    match(reader) {
      const line = new Line(reader);
      const head = reader.peek();
      const state: RuleState = {
        family: undefined,
        swallowed: undefined,
        group: undefined,
        device: false,
        tracked: true,
        action: undefined,
        target: undefined,
        preference: undefined,
        prefers: false,
        protocol: undefined,
        tableOnly: undefined,
      };
      let before: Word | undefined;
      for (let word = reader.next(); word !== undefined; word = reader.next()) {
        const option = table.get(word.value);
        if (option !== undefined) table.read(line, state, option, word);
        else readUnknown(line, state, word, table, before);
        before = state.swallowed?.option === word ? state.swallowed.word : word;
      }
      if (state.swallowed !== undefined) reportSwallowed(line, state.swallowed, line.dropped);
      if (head !== undefined && !line.dropped) checkWhole(line, state, head);
    },
    suggest: (before, context) => table.suggest(before, context),
    describe: (word) => table.describe(word),
  };
}

/** A number may stand for an action. Anything else is a mistake, and what follows means nothing up to an option. */
function readUnknown(
  line: Line,
  state: RuleState,
  word: Word,
  table: OptionTable<RuleState>,
  before: Word | undefined,
): void {
  const action = actionOf(word.value);
  if (action !== undefined) {
    line.bind(action, word, true, "number");
    setAction(line, state, word);
    return;
  }
  // Where `inet` swallowed the option, that is said; its value is no mistake of its own.
  if (state.swallowed === undefined || state.swallowed.word !== before) line.unknown(word, table.names());
  line.dropped = true;
  for (
    let next = line.reader.peek();
    next !== undefined && table.get(next.value) === undefined;
    next = line.reader.peek()
  ) {
    line.reader.next();
  }
}

/** What only the whole line shows. */
function checkWhole(line: Line, state: RuleState, head: Word): void {
  const { action, target, preference, protocol } = state;
  if (action === undefined) {
    line.report(head, fill(messages.noAction, actions.join("|")), { code: "missing-value" });
    return;
  }
  if (target !== undefined && !state.prefers) {
    line.report(action, messages.gotoNeedsPreference, { code: "missing-value" });
    return;
  }
  if (target !== undefined && preference !== undefined && preference >= target) {
    line.report(action, fill(messages.gotoBackwards, preference));
    return;
  }
  if (state.tableOnly !== undefined && !["table", "lookup", "l3mdev"].includes(action.value)) {
    line.report(state.tableOnly, fill(messages.tableOnly, state.tableOnly.value));
    return;
  }
  if (state.tracked && protocol !== undefined && protocol.id !== 18) {
    line.report(protocol.word, fill(messages.protocol, protocol.word.value));
  }
  if (state.group !== undefined && !state.device) line.report(state.group, messages.groupNeedsDevice);
  if (!state.prefers) line.report(head, messages.noPreference, { code: "missing-value" });
}
