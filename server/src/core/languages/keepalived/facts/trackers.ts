/** What instances and their sync groups track, as facts (vrrp_track.c, vrrp_sync.c). */
import type { Configuration } from "../../../model/configuration.ts";
import type { ScriptCheck, Tracker, TrackerKind, WatchedProcess } from "../../../model/facts.ts";
import type { Bound } from "../../../schema/bound.ts";
import { commandOf } from "../model/scripts.ts";
import type { SyncGroup } from "../model/syncGroups.ts";
import { type Tracker as Found, trackersOf } from "../model/trackers.ts";
import { type Instance, owner } from "../model/vrrpInstance.ts";
import { watchedProcess } from "../model/watchedProcess.ts";

/** Those of the instance, and those of its group. */
export function trackersOfInstance(
  block: Bound,
  { priority }: Instance,
  group: SyncGroup | undefined,
  configuration: Configuration,
): readonly Tracker[] {
  // vrrp.c: vrrp_complete_instance drops weights of grouped instances, be they alone there, and of address owners.
  const losesWeights = (group !== undefined && !group.keepsWeights) || priority === owner;
  const own = trackersOf(block, configuration).map((tracker) =>
    // A tracked process is not looked at there, and keeps its weight in a group.
    trackerFact(tracker, false, tracker.kind === "track_process" ? priority === owner : losesWeights),
  );
  const ofGroup = group === undefined ? [] : trackersOf(group.bound, configuration);
  return [...own, ...ofGroup.map((tracker) => trackerFact(tracker, true, priority === owner))];
}

function trackerFact(tracker: Found, isOfGroup: boolean, losesWeights: boolean): Tracker {
  const { kind, line, word, name, definition, weight, weightFrom } = tracker;
  const words = [...line.statement.words, ...(weightFrom?.bound.statement.words ?? [])].map((one) => one.value);
  return {
    kind: kind.slice("track_".length) as TrackerKind,
    name,
    at: line.at(word),
    weight,
    weightAt: weightFrom === undefined ? undefined : weightFrom.bound.at(weightFrom.word),
    isReversed: words.includes("reverse"),
    isIgnored: losesWeights && weight !== 0,
    definition,
    script: kind === "track_script" && definition !== undefined ? scriptCheck(definition) : undefined,
    isOfGroup,
  };
}

/** Defaults: vrrp_data.c, alloc_vrrp_script. */
function scriptCheck(script: Bound): ScriptCheck {
  const interval = script.number("interval") ?? 1;
  const statement = script.find("script");
  return {
    interval,
    timeout: script.number("timeout") ?? interval,
    rise: script.number("rise") ?? 1,
    fall: script.number("fall") ?? 1,
    failsFirst: script.has("init_fail"),
    command: statement?.string("script") ?? statement?.name,
    at: (script.find("interval") ?? script).at((script.find("interval") ?? script).nameWord),
  };
}

/** Processes that trackers and scripts look for. */
export function watchedFacts(configuration: Configuration): readonly WatchedProcess[] {
  const tracked = configuration.all("vrrp_track_process").flatMap((block) => {
    const statement = block.find("process");
    const word = statement?.nameWord;
    if (statement === undefined || word === undefined || word.unknown === true) return [];
    return [{ name: word.value.replace(/^.*\//, ""), at: statement.at(word) }];
  });
  const scripts = configuration.all("vrrp_script").flatMap((block) => {
    const statement = block.find("script");
    const command = statement === undefined ? undefined : commandOf(statement);
    const name = command === undefined ? undefined : watchedProcess(command);
    const last = command?.arguments.at(-1);
    return statement === undefined || name === undefined || last === undefined
      ? []
      : [{ name, at: statement.at(last) }];
  });
  return [...tracked, ...scripts];
}
