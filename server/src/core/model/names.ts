/**
 * The names that a configuration defines. Kept up to date by the sections that go and come, for a large file has tens
 * of thousands of names and an edit changes a handful.
 */
import type { Scope } from "../schema/value.ts";
import type { Mention } from "./configuration.ts";

export class NameIndex {
  /** By scope, then by owner and name. */
  readonly #scopes = new Map<Scope, Map<string, Mention[]>>();
  /** Lists that may be out of order. */
  readonly #unsorted = new Set<Mention[]>();
  /** Changes whenever a name appears or disappears. */
  revision = 0;

  add(mention: Mention): void {
    const scope = this.#scope(mention.scope);
    const at = key(mention.name, mention.owner);
    const list = scope.get(at);
    if (list === undefined) {
      scope.set(at, [mention]);
      this.revision++;
      return;
    }
    // A new list, so that whoever keeps the old one sees that it is another.
    const grown = [...list, mention];
    scope.set(at, grown);
    this.#unsorted.add(grown);
  }

  remove(mention: Mention): void {
    const scope = this.#scope(mention.scope);
    const at = key(mention.name, mention.owner);
    const left = scope.get(at)?.filter((one) => one !== mention) ?? [];
    if (left.length > 0) {
      scope.set(at, left);
      this.#unsorted.add(left);
      return;
    }
    scope.delete(at);
    this.revision++;
  }

  /** The definitions of a name, in the order that `compare` tells. */
  get(scope: Scope, name: string, owner: string, compare: Compare): readonly Mention[] | undefined {
    const list = this.#scopes.get(scope)?.get(key(name, owner));
    return list === undefined ? undefined : this.#sorted(list, compare);
  }

  /** All definitions of a scope, one list for each name. */
  *all(scope: Scope, compare: Compare): Iterable<readonly Mention[]> {
    for (const list of this.#scopes.get(scope)?.values() ?? []) yield this.#sorted(list, compare);
  }

  #sorted(list: Mention[], compare: Compare): readonly Mention[] {
    if (this.#unsorted.delete(list)) list.sort(compare);
    return list;
  }

  #scope(scope: Scope): Map<string, Mention[]> {
    let found = this.#scopes.get(scope);
    if (found === undefined) {
      found = new Map();
      this.#scopes.set(scope, found);
    }
    return found;
  }
}

export type Compare = (a: Mention, b: Mention) => number;

function key(name: string, owner: string): string {
  return owner === "" ? name : `${owner}\0${name}`;
}
