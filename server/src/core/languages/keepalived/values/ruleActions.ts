/** What a rule does with the packets that match, apart from looking up a table; and what is known of a rule. */
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import type { Grouped, Swallowed } from "./family.ts";
import type { Line, Option } from "./line.ts";
import { scan } from "./numbers.ts";
import { readNumber, u32 } from "./operands.ts";

export interface RuleState extends Swallowed, Grouped {
  device: boolean;
  tracked: boolean;
  /** The word that says what the rule does. */
  action: Word | undefined;
  /** Where `goto` leads. */
  target: number | undefined;
  preference: number | undefined;
  prefers: boolean;
  protocol: { readonly word: Word; readonly id: number } | undefined;
  /** An option that only rules with a table have. */
  tableOnly: Word | undefined;
}

const messages = {
  secondAction: text('"{0}" is a second action; the rule already has "{1}"', '"{0}"是第二个动作，规则已有"{1}"'),
  noAction: text('"{0}" is no action of a rule: {1}', '"{0}"不是规则的动作，可选：{1}'),
};

const plainActions = ["nop", "blackhole", "unreachable", "prohibit"];

/** Notes what the rule does; there may be only one action. */
export function setAction(line: Line, state: RuleState, word: Word): void {
  if (state.action !== undefined) line.drop(word, fill(messages.secondAction, word.value, state.action.value));
  state.action ??= word;
}

function action(name: string, doc: Text): Option<RuleState> {
  return { name, doc, read: (line, state, option) => setAction(line, state, option) };
}

const readGoto: NonNullable<Option<RuleState>["read"]> = (line, state, option) => {
  state.target = readNumber(line, option, "goto", { max: u32 });
  setAction(line, state, option);
};

export const ruleActions: readonly Option<RuleState>[] = [
  {
    name: "type",
    value: "goto|nop|blackhole|unreachable|prohibit",
    examples: ["goto", ...plainActions],
    doc: text("An action follows.", "其后为动作。"),
    read: readType,
  },
  action(
    "l3mdev",
    text("Action: looks the route up in the table of the packet's VRF.", "动作：在报文所属 VRF 的路由表中查找。"),
  ),
  {
    name: "goto",
    value: `0-${u32}`,
    doc: text("Action: goes on at the rule with this preference.", "动作：跳到该 preference 的规则继续匹配。"),
    read: readGoto,
  },
  action("nop", text("Action: does nothing.", "动作：不做任何事。")),
  action("blackhole", text("Action: drops the packet silently.", "动作：静默丢弃报文。")),
  action("unreachable", text("Action: answers that the network is unreachable.", "动作：回应网络不可达。")),
  action("prohibit", text("Action: answers that the way is prohibited.", "动作：回应禁止访问。")),
];

/** The action that a word stands for, `goto` aside; the numbers are those of route types. */
export function actionOf(word: string): string | undefined {
  const { value, rest } = scan(word, 0);
  if (rest === "" && !word.startsWith("-"))
    return { "6": "blackhole", "7": "unreachable", "8": "prohibit" }[String(value)];
  return plainActions.find((name) => name === word);
}

function readType(line: Line, state: RuleState, option: Word): void {
  const word = line.take(option, "ACTION");
  if (word === undefined) return;
  const found = word.value === "goto" ? "goto" : actionOf(word.value);
  if (found === undefined) {
    line.drop(word, fill(messages.noAction, word.value, ["goto", ...plainActions].join(", ")));
    return;
  }
  line.bind(found, word, true, "property");
  if (found === "goto") readGoto(line, state, word);
  else setAction(line, state, word);
}
