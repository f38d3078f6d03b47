/**
 * Texts for people, in every language that we speak. A text that lacks a translation does not compile,
 * so no message can be forgotten when it is written.
 */
export type Locale = "en" | "zh-cn";

export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** Makes a text. `{0}`, `{1}` … stand for the arguments of `fill`. */
export function text(en: string, zh: string): Text {
  return { en, zh };
}

/** Words that are the same in every language. */
export function verbatim(words: string): Text {
  return { en: words, zh: words };
}

/** Puts `values` into the numbered gaps of both translations; a text goes in by its own translation. */
export function fill(template: Text, ...values: readonly (string | number | Text)[]): Text {
  const put = (language: keyof Text) =>
    template[language].replace(/\{(\d)\}/g, (gap, index: string) => {
      const value = values[Number(index)] ?? gap;
      return typeof value === "object" ? value[language] : String(value);
    });
  return { en: put("en"), zh: put("zh") };
}

/** Texts one after the other. */
export function joined(parts: readonly Text[], between = ""): Text {
  const join = (language: keyof Text) => parts.map((part) => part[language]).join(between);
  return { en: join("en"), zh: join("zh") };
}

/** A list of words, separated as each language does it. */
export function list(words: readonly string[]): Text {
  return { en: words.join(", "), zh: words.join("、") };
}

/** The text in the reader's language. */
export function say(message: Text, locale: Locale): string {
  return locale === "zh-cn" ? message.zh : message.en;
}
