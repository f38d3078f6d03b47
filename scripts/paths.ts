// Where things lie in the checkout, so that no script counts "../" for itself.

import path from "node:path";

export const root = path.dirname(import.meta.dirname);
export const dist = path.join(root, "dist");
export const examples = path.join(root, "examples");
/** What somebody should see first of them: one of two nodes that contradict each other. */
export const exampleToOpen = path.join(examples, "cluster", "lb1", "etc", "keepalived", "conf.d", "10-front.conf");
/** The folder with the pinned browser-hosted VS Code; its packages are installed on first use. */
export const hostFolder = path.join(root, "test", "e2e", "vscode-host");
