/**
 * What is certainly wrong with a regular expression of PCRE: groups and classes that do not end, and quantifiers with
 * nothing to repeat. It is one pass that looks at brackets and nothing finer, for what it passes the daemon may know.
 */
import { fill, type Text, text } from "../../../text/localized.ts";

const messages = {
  backslash: text("The expression ends with a backslash", "正则表达式以反斜杠结尾"),
  unclosedClass: text('The class that begins with "[" is not closed', '字符类"["没有结束'),
  order: text('The range "{0}" is out of order', '区间"{0}"顺序颠倒'),
  unclosedGroup: text('The group that begins with "(" is not closed', '分组"("没有结束'),
  stray: text('")" closes no group', '")"没有对应的"("'),
  nothing: text('"{0}" has nothing to repeat', '"{0}"之前没有可重复的内容'),
  reference: text('There is no group "{0}"', '不存在分组"{0}"'),
};

const quantifier = /(?:[*+?]|\{\d+(?:,\d*)?\})/y;
const posixClass = /\[([:.=])[^\]]*?\1\]/y;
const counted = /^\{(\d+),(\d+)\}$/;

export function regexFault(pattern: string): Text | undefined {
  return new Scanner(pattern).run();
}

class Scanner {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #groups = 0;
  #highest = 0;
  /** Whether the thing before can be repeated, and whether it is a quantifier that may be made lazy. */
  #before: "nothing" | "item" | "quantifier" = "nothing";
  /** An extended expression has comments, in which anything may stand. */
  #extended = false;

  constructor(pattern: string) {
    this.#text = pattern;
  }

  run(): Text | undefined {
    while (this.#at < this.#text.length) {
      const fault = this.#step();
      if (fault !== undefined) return fault;
      if (this.#extended) return undefined;
    }
    if (this.#depth > 0) return messages.unclosedGroup;
    return this.#highest > this.#groups ? fill(messages.reference, `\\${this.#highest}`) : undefined;
  }

  #step(): Text | undefined {
    const character = this.#text.charAt(this.#at);
    if (character === "\\") return this.#escape();
    if (character === "[") return this.#class();
    if (character === "(") {
      this.#open();
      return undefined;
    }
    if (character === ")") {
      this.#at++;
      this.#before = "item";
      return --this.#depth < 0 ? messages.stray : undefined;
    }
    const repeats = this.#match(quantifier);
    if (repeats !== undefined) return this.#quantifier(repeats);
    this.#at++;
    this.#before = character === "|" ? "nothing" : "item";
    return undefined;
  }

  #escape(): Text | undefined {
    const next = this.#text.charAt(this.#at + 1);
    if (next === "") return messages.backslash;
    if (next === "Q") {
      const end = this.#text.indexOf("\\E", this.#at);
      this.#at = end === -1 ? this.#text.length : end + 2;
    } else this.#at += 2;
    const digit = /^[1-9]$/.test(next) && !/^\d/.test(this.#text.charAt(this.#at));
    if (digit) this.#highest = Math.max(this.#highest, Number(next));
    this.#before = "item";
    return undefined;
  }

  #class(): Text | undefined {
    let at = this.#at + 1;
    if (this.#text[at] === "^") at++;
    const first = at;
    let last: string | undefined;
    for (; at < this.#text.length; at++) {
      const character = this.#text.charAt(at);
      if (character === "]" && at > first) {
        this.#at = at + 1;
        this.#before = "item";
        return undefined;
      }
      posixClass.lastIndex = at;
      if (character === "[" && posixClass.test(this.#text)) {
        at = posixClass.lastIndex - 1;
        last = undefined;
        continue;
      }
      if (character === "\\") {
        const end = this.#text.charAt(at + 1) === "Q" ? this.#text.indexOf("\\E", at) : -1;
        at = end === -1 ? at + 1 : end + 1;
        last = undefined;
        continue;
      }
      const next = this.#text.charAt(at + 1);
      if (character === "-" && last !== undefined && /[^\]\\[]/.test(next) && next < last) {
        return fill(messages.order, `${last}-${next}`);
      }
      const isRange = character === "-" && last !== undefined && next !== "]";
      if (isRange) at++;
      last = isRange ? undefined : character;
    }
    return messages.unclosedClass;
  }

  #open(): void {
    this.#depth++;
    this.#at++;
    this.#before = "nothing";
    const rest = this.#text.slice(this.#at, this.#at + 24);
    if (!rest.startsWith("?") && !rest.startsWith("*")) {
      this.#groups++;
      return;
    }
    if (/^\?(?:P?<(?![=!])|')/.test(rest)) this.#groups++;
    // Comments and verbs hold anything up to the parenthesis; options, names and look-arounds begin with a sign.
    const [skipped = ""] =
      /^(?:\?#[^)]*|\*[^)]*|\?[a-zA-Z^-]*:?|\?<?[=!]|\?P?<?\w*>?|\?>|\?\|)/.exec(this.#text.slice(this.#at)) ?? [];
    if (/^\?[a-z]*x/i.test(skipped) || skipped.startsWith("?|")) this.#extended = true;
    this.#at += Math.max(1, skipped.length);
  }

  #quantifier(written: string): Text | undefined {
    const [, low, high] = counted.exec(written) ?? [];
    if (low !== undefined && high !== undefined && Number(low) > Number(high)) return fill(messages.order, written);
    if (this.#before === "nothing") return fill(messages.nothing, written);
    if (this.#before === "quantifier") {
      if (written !== "?" && written !== "+") return fill(messages.nothing, written);
      this.#at += written.length;
      this.#before = "nothing";
      // Lazy or possessive; what follows may not be another quantifier, but anything else.
      const more = this.#match(quantifier);
      if (more !== undefined) return fill(messages.nothing, more);
      this.#before = "item";
      return undefined;
    }
    this.#at += written.length;
    this.#before = "quantifier";
    return undefined;
  }

  #match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.#at;
    return sticky.exec(this.#text)?.[0];
  }
}
