/**
 * Open files of another language in which files of ours live as guests, and that are none of them: their text is kept,
 * for the next edit may make one of ours of them.
 */
import { languages } from "../core/service.ts";
import { type Edit, SectionedDocument } from "../core/text/document.ts";

export interface Stranger {
  readonly languageId: string;
  readonly text: string;
}

export class Strangers {
  readonly #files = new Map<string, { readonly languageId: string; readonly document: SectionedDocument }>();

  /** Keeps a file that the service did not want, where an edit could change that. */
  open(uri: string, languageId: string, text: string): void {
    if (!languages.some(({ guest }) => guest?.of === languageId)) return;
    // Nothing is read of it, so it needs no sections.
    this.#files.set(uri, { languageId, document: new SectionedDocument(text, (all) => all.length) });
  }

  /** The file after an edit; undefined where it is not kept. */
  change(uri: string, edits: readonly Edit[]): Stranger | undefined {
    const file = this.#files.get(uri);
    if (file === undefined) return undefined;
    for (const edit of edits) file.document.edit(edit);
    return { languageId: file.languageId, text: file.document.text };
  }

  close(uri: string): void {
    this.#files.delete(uri);
  }
}
