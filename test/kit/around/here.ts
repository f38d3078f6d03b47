/** Stands where the snippet goes. */
export const here = "SNIPPET";
