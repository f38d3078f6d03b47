/**
 * The names that a configuration defines and uses. Kept up to date by the sections that go and come, for a large file
 * has tens of thousands of names and an edit changes a handful. What is out of the ordinary (names that nothing
 * defines, that nothing uses, that stand twice) is known without a look at the others.
 */
import type { Scope } from "../schema/value.ts";
import type { Mention } from "./configuration.ts";

/** What is known of one name. */
interface Entry {
  definitions: Mention[];
  readonly uses: Set<Mention>;
}

/** The names of one scope, by owner and name. */
interface Names {
  readonly entries: Map<string, Entry>;
  /** Used and not defined. */
  readonly unresolved: Set<Entry>;
  /** Defined and not used. */
  readonly unused: Set<Entry>;
  /** Defined more than once. */
  readonly repeated: Set<Entry>;
}

export type Compare = (a: Mention, b: Mention) => number;

export class NameIndex {
  readonly #scopes = new Map<Scope, Names>();
  /** Lists that may be out of order. */
  readonly #unsorted = new Set<Mention[]>();
  /** Changes whenever a name appears or disappears. */
  revision = 0;

  add(mention: Mention): void {
    const { names, entry, at } = this.#entry(mention);
    if (entry.definitions.length === 0) {
      entry.definitions = [mention];
      // Names are listed as they come to be defined, whoever used them before.
      names.entries.delete(at);
      names.entries.set(at, entry);
      this.revision++;
    } else {
      // A new list, so that whoever keeps the old one sees that it is another.
      this.#unsorted.delete(entry.definitions);
      entry.definitions = [...entry.definitions, mention];
      this.#unsorted.add(entry.definitions);
    }
    this.#sort(names, entry, mention);
  }

  remove(mention: Mention): void {
    const { names, entry } = this.#entry(mention);
    this.#unsorted.delete(entry.definitions);
    entry.definitions = entry.definitions.filter((one) => one !== mention);
    if (entry.definitions.length > 0) this.#unsorted.add(entry.definitions);
    else this.revision++;
    this.#sort(names, entry, mention);
  }

  addUse(mention: Mention): void {
    const { names, entry } = this.#entry(mention);
    entry.uses.add(mention);
    if (entry.uses.size === 1) this.#sort(names, entry, mention);
  }

  removeUse(mention: Mention): void {
    const { names, entry } = this.#entry(mention);
    entry.uses.delete(mention);
    if (entry.uses.size === 0) this.#sort(names, entry, mention);
  }

  /** The definitions of a name, in the order that `compare` tells. */
  get(scope: Scope, name: string, owner: string, compare: Compare): readonly Mention[] | undefined {
    const entry = this.#scopes.get(scope)?.entries.get(key(name, owner));
    return entry === undefined || entry.definitions.length === 0 ? undefined : this.#ordered(entry, compare);
  }

  /** All definitions of a scope, one list for each name. */
  *all(scope: Scope, compare: Compare): Iterable<readonly Mention[]> {
    for (const entry of this.#scopes.get(scope)?.entries.values() ?? []) {
      if (entry.definitions.length > 0) yield this.#ordered(entry, compare);
    }
  }

  /** The uses of a name, in no certain order. */
  uses(scope: Scope, name: string, owner: string): Iterable<Mention> {
    return this.#scopes.get(scope)?.entries.get(key(name, owner))?.uses ?? [];
  }

  /** The uses of all names of a scope that nothing defines, in no certain order. */
  unresolved(scope: Scope): readonly Mention[] {
    return [...(this.#scopes.get(scope)?.unresolved ?? [])].flatMap(({ uses }) => [...uses]);
  }

  /** The definitions of the names of a scope that nothing uses, one list for each name. */
  unused(scope: Scope, compare: Compare): readonly (readonly Mention[])[] {
    return [...(this.#scopes.get(scope)?.unused ?? [])].map((entry) => this.#ordered(entry, compare));
  }

  /** The definitions of the names of a scope that are defined more than once, one list for each name. */
  repeated(scope: Scope, compare: Compare): readonly (readonly Mention[])[] {
    return [...(this.#scopes.get(scope)?.repeated ?? [])].map((entry) => this.#ordered(entry, compare));
  }

  #ordered(entry: Entry, compare: Compare): readonly Mention[] {
    if (this.#unsorted.delete(entry.definitions)) entry.definitions.sort(compare);
    return entry.definitions;
  }

  /** Puts an entry where it belongs after a change. */
  #sort(names: Names, entry: Entry, { name, owner }: Mention): void {
    const { definitions, uses } = entry;
    put(names.unresolved, entry, definitions.length === 0 && uses.size > 0);
    put(names.unused, entry, definitions.length > 0 && uses.size === 0);
    put(names.repeated, entry, definitions.length > 1);
    if (definitions.length === 0 && uses.size === 0) names.entries.delete(key(name, owner));
  }

  #entry({ scope, name, owner }: Mention): { readonly names: Names; readonly entry: Entry; readonly at: string } {
    let names = this.#scopes.get(scope);
    if (names === undefined) {
      names = { entries: new Map(), unresolved: new Set(), unused: new Set(), repeated: new Set() };
      this.#scopes.set(scope, names);
    }
    const at = key(name, owner);
    let entry = names.entries.get(at);
    if (entry === undefined) {
      entry = { definitions: [], uses: new Set() };
      names.entries.set(at, entry);
    }
    return { names, entry, at };
  }
}

function put(set: Set<Entry>, entry: Entry, belongs: boolean): void {
  if (belongs) set.add(entry);
  else set.delete(entry);
}

function key(name: string, owner: string): string {
  return owner === "" ? name : `${owner}\0${name}`;
}
