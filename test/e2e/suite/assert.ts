// The few assertions that the tests use. node:assert does not exist in the web worker host.

export function ok(value: unknown, what: string): asserts value {
  if (value === undefined || value === null || value === false) {
    throw new Error(`Expected ${what}`);
  }
}

export function equal<Value>(actual: Value, expected: Value): void {
  if (actual !== expected) {
    throw new Error(`Expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }
}

export function match(actual: string, expected: RegExp): void {
  if (!expected.test(actual)) {
    throw new Error(`Expected ${expected}, got ${JSON.stringify(actual)}`);
  }
}
