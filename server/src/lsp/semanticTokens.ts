/** Whole token lists and what changed since the last one. */
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-types";

interface Kept {
  readonly id: string;
  readonly data: readonly number[];
}

export class TokenResults {
  readonly #last = new Map<string, Kept>();
  #count = 0;

  full(uri: string, data: number[]): SemanticTokens {
    const resultId = String(++this.#count);
    this.#last.set(uri, { id: resultId, data });
    return { resultId, data };
  }

  /** The edit that makes the new list of the one that the client has; the whole list if it has another. */
  delta(uri: string, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const old = this.#last.get(uri);
    const { resultId } = this.full(uri, data);
    if (old?.id !== previous) return resultId === undefined ? { data } : { resultId, data };
    let start = 0;
    while (start < data.length && data[start] === old.data[start]) start++;
    let tail = 0;
    const most = Math.min(data.length, old.data.length) - start;
    while (tail < most && data.at(-1 - tail) === old.data.at(-1 - tail)) tail++;
    const deleteCount = old.data.length - start - tail;
    const added = data.slice(start, data.length - tail);
    const edits = deleteCount === 0 && added.length === 0 ? [] : [{ start, deleteCount, data: added }];
    return resultId === undefined ? { edits } : { resultId, edits };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}
