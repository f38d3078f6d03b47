/** The only catch in the server: a request that fails is logged and answered with nothing. */
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Wraps the handler of a read-only request; what it returns when it fails is `fallback`. */
export function shield<P, R>(
  connection: Connection,
  name: string,
  fallback: R,
  handler: (params: P) => R,
): (params: P, token: CancellationToken) => R | ResponseError<void> {
  return (params, token) => {
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    return guarded(connection, name, fallback, () => handler(params));
  };
}

/** Runs `work`; an error is logged under `name` and answered with `fallback`. */
export function guarded<R>(connection: Connection, name: string, fallback: R, work: () => R): R {
  try {
    return work();
  } catch (error) {
    connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fallback;
  }
}

/**
 * The same for a request that takes long: its handler comes in steps, and between two of them others are served and
 * word of a cancellation arrives.
 */
export function shieldSteps<P, R>(
  connection: Connection,
  name: string,
  fallback: R,
  handler: (params: P) => Generator<void, R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
  return async (params, token) => {
    const steps = guarded(connection, name, undefined, () => handler(params));
    for (;;) {
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      const step = guarded(connection, name, undefined, () => steps?.next());
      if (step === undefined) return fallback;
      if (step.done === true) return step.value;
      await breath();
    }
  };
}

/** Lets everything happen that waits. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
