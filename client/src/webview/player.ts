/** Lets the cursor of the timeline run, a whole simulation within a few seconds; at once where motion is not wanted. */
import type { ComponentChild } from "preact";
import { useEffect } from "preact/hooks";
import type { Props } from "./app.ts";
import { shownSpan } from "./state.ts";

/** No simulation runs longer on the screen, in milliseconds. */
const longest = 4000;

export function Player({ control }: Props): ComponentChild {
  const { isPlaying, reported } = control.store.get();
  useEffect(() => {
    if (!isPlaying) return;
    const { report, cursor: start } = control.store.get();
    const { to } = shownSpan(report, reported);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      control.store.set({ cursor: to, isPlaying: false });
      return;
    }
    const pace = Math.max(1, (to - start) / longest);
    let frame = 0;
    let began: number | undefined;
    const step = (now: number) => {
      // Stopped since this frame was asked for.
      if (!control.store.get().isPlaying) return;
      began ??= now;
      const cursor = Math.min(to, start + (now - began) * pace);
      control.store.set({ cursor, isPlaying: cursor < to });
      if (cursor < to) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, reported]);
  return null;
}
