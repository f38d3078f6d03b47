/** What the binding of words to a table has to say. */
import { text } from "../text/localized.ts";

export const messages = {
  unknown: text('Unknown keyword "{0}"', '未知关键字"{0}"'),
  unknownNear: text('Unknown keyword "{0}", did you mean "{1}"?', '未知关键字"{0}"，是否想写"{1}"？'),
  tooManyWords: text("A line has at most {0} words", "一行最多 {0} 个单词"),
  goesOn: text('"{0}" goes on with {1}', '"{0}"之后应为：{1}'),
  goesOnOtherwise: text('"{0}" does not go on with "{1}"; possible: {2}', '"{0}"之后不能写"{1}"，可选：{2}'),
  noParentheses: text('"{0}" takes no parentheses here', '此处"{0}"之后不能有括号'),
  misplaced: text('"{0}" is not allowed {1}; it belongs in {2}', '"{0}"不能写在{1}，应写在 {2} 中'),
  inBlock: text('in "{0}"', '"{0}"块内'),
  atRoot: text("outside of any block", "块之外"),
  missingOpen: text('Missing "{" after "{0}"', '"{0}"后缺少"{"'),
  unclosed: text('Missing "}": the block "{0}" is not closed', '缺少"}"：块"{0}"没有结束'),
  stray: text('Unexpected "}": no block is open here', '多余的"}"：此处没有未结束的块'),
  early: text('Unexpected "}": it closes "{0}" too early', '多余的"}"：它使块"{0}"提前结束'),
  headless: text('Unexpected "{": no block keyword comes before it', '多余的"{"：前面没有块关键字'),
  unclosedQuote: text("Missing closing quote", "缺少结束引号"),
  noBlock: text('"{0}" takes no block', '"{0}"后不能有块'),
  ignoredHere: text('"{0}" does nothing {1}; it belongs in {2}', '"{0}"写在{1}不起作用，应写在 {2} 中'),
  unnamed: text('"{0}" needs a "{1}" with a name', '"{0}"只能写在有名称的"{1}"中'),
  noNegation: text('"{0}" cannot stand before "{1}"', '"{1}"前不能加"{0}"'),
  byteOrderMark: text(
    "The file begins with a byte order mark, which becomes part of the first word",
    "文件以字节顺序标记（BOM）开头，它会被当成第一个单词的一部分",
  ),
  opened: text("The block begins here", "块从这里开始"),
};
