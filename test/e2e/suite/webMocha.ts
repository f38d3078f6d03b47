// Mocha as a browser has it: a script that sets a global instead of a module that exports one.

import "../../../node_modules/mocha/mocha.js";

const { Mocha } = globalThis as unknown as { readonly Mocha: typeof import("mocha") };
export default Mocha;
