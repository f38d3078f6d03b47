/** A value that changes, and who wants to know of it. */
export interface Store<Value> {
  get(): Value;
  /** Takes over some fields, and tells everybody where one of them is another than before. */
  set(change: Partial<Value>): void;
  subscribe(listener: () => void): () => void;
}

export function makeStore<Value extends object>(start: Value): Store<Value> {
  const listeners = new Set<() => void>();
  let value = start;
  return {
    get: () => value,
    set(change) {
      const next = { ...value, ...change };
      const keys = Object.keys(change) as (keyof Value)[];
      if (keys.every((key) => Object.is(next[key], value[key]))) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
