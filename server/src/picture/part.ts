/** What every part that can be chosen has in common: its id, its name for screen readers, where it stands in the order of keys. */
import { type Drawn, isDown } from "./scene.ts";
import type { Attributes } from "./shapes.ts";

export interface Shown {
  readonly drawn: Drawn;
  /** Ids of addresses that several hosts hold now, of these hosts and of their instances. */
  readonly clashing: ReadonlySet<string>;
  readonly selected: string | undefined;
  /** What the cursor of the text is in. */
  readonly lit: ReadonlySet<string>;
  /** Undefined in a picture that only stands there. */
  readonly keys: Keys | undefined;
}

/** How a picture that is worked with is reached by keys. */
export interface Keys {
  /** The one part that Tab stops at. */
  readonly stop: string | undefined;
  /** What can be made to fail. */
  readonly canFail: (id: string) => boolean;
}

/** The attributes of a group that stands for a node, a row or a folded cluster. */
export function partAttributes(shown: Shown, id: string, description: string, look: string): Attributes {
  const { drawn, selected, lit, keys, clashing } = shown;
  const states = [
    look,
    lit.has(id) ? "lit" : "",
    selected === id ? "selected" : "",
    clashing.has(id) ? "clash" : "",
    isDown(drawn.moment, id) ? "down" : "",
  ];
  const canFail = keys?.canFail(id) === true;
  return {
    "data-id": id,
    class: ["part", ...states].filter((word) => word !== "").join(" "),
    "aria-label": description,
    ...(keys === undefined
      ? { role: "img" }
      : {
          role: "button",
          tabindex: keys.stop === id ? 0 : -1,
          ...(canFail ? { "aria-pressed": drawn.moment.failed[id] === undefined ? "false" : "true" } : {}),
        }),
  };
}
