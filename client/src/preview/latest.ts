/** Asking again and again for what changes quickly, without a clock: one question at a time, and always the last one. */

/**
 * Makes a function that runs `work` with what it is given, never two at once. What comes meanwhile waits, and of that only
 * the last one. `work` must not fail.
 */
export function latest<Input>(work: (input: Input) => Promise<void>): (input: Input) => void {
  let waiting: { readonly input: Input } | undefined;
  let isBusy = false;

  async function run(): Promise<void> {
    isBusy = true;
    while (waiting !== undefined) {
      const { input } = waiting;
      waiting = undefined;
      await work(input);
    }
    isBusy = false;
  }

  return (input) => {
    waiting = { input };
    if (!isBusy) void run();
  };
}
