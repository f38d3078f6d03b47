/** The one thing that VS Code gives to a page in a panel. */
import type { FromWebview } from "../preview/messages.ts";

/** What outlives the page, while the panel is hidden and over a reload of the window. */
export interface Kept {
  readonly cluster?: string | undefined;
  readonly follow?: boolean | undefined;
  /** What has been made to happen. */
  readonly events?: readonly string[] | undefined;
}

export interface VsCodeApi {
  postMessage(message: FromWebview): void;
  getState(): unknown;
  setState(kept: Kept): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** May be asked for once only. */
export function vscodeApi(): VsCodeApi {
  return acquireVsCodeApi();
}

/** What was kept, as far as it is what we keep. */
export function keptOf(value: unknown): Kept {
  if (typeof value !== "object" || value === null) return {};
  const cluster = "cluster" in value && typeof value.cluster === "string" ? value.cluster : undefined;
  const follow = "follow" in value && typeof value.follow === "boolean" ? value.follow : undefined;
  const events = "events" in value && isTexts(value.events) ? value.events : undefined;
  return { cluster, follow, events };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
