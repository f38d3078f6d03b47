// What the tests inside VS Code hand to the runner outside. A file in the workspace is the one thing that both see,
// whichever kind of extension host it was.

export const reportFile = ".e2e-report.json";

export interface Report {
  /** What mocha's spec reporter would have printed. */
  readonly text: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** False while the suite still runs, and for ever when it broke off. */
  readonly finished: boolean;
}
