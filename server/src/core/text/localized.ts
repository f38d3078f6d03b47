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

/** Puts `values` into the numbered gaps of both translations. */
export function fill(template: Text, ...values: readonly (string | number)[]): Text {
  const put = (pattern: string) =>
    pattern.replace(/\{(\d)\}/g, (gap, index: string) => String(values[Number(index)] ?? gap));
  return { en: put(template.en), zh: put(template.zh) };
}

/** The text in the reader's language. */
export function say(message: Text, locale: Locale): string {
  return locale === "zh-cn" ? message.zh : message.en;
}
