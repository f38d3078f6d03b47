/** Reports a value of a virtual server that is another one on another host of the cluster. */
import type { Report } from "../../../rules/rule.ts";
import { titles } from "../../../schema/fixTitles.ts";
import type { Fix, Location } from "../../../schema/problem.ts";
import { fill, type Text } from "../../../text/localized.ts";
import { elsewhere, hostNames, oddOnes, oneSide } from "./compare.ts";
import { isSamePlace, type ServiceMember, type SharedService } from "./virtualServers.ts";

/** How one value is compared. */
export interface ServiceValue<T> {
  /** What a virtual server says, and where; undefined where it says nothing that is known. */
  readonly say: (member: ServiceMember) => { readonly value: T; readonly at: Location } | undefined;
  readonly show: (value: T) => string | Text;
  /** What it is here, what it is elsewhere, and on which hosts. */
  readonly message: Text;
}

/** One finding for each host that says something else than most, or than any. */
export function reportDifferences<T>(shared: SharedService, value: ServiceValue<T>, report: Report): void {
  for (const { one, others } of oddOnes(shared, value.say)) {
    const side = oneSide(others);
    if (side === undefined) continue;
    const [other] = side;
    const [here, there] = [value.show(one.value), value.show(other.value)];
    const isWritten = ![one, other].some(({ at, member }) => isSamePlace(at, member.service.at));
    report({
      at: one.at,
      message: fill(value.message, here, there, hostNames(side)),
      related: elsewhere(others, value.show),
      fixes: isWritten ? [takeOver(one.at, other.at)] : [],
    });
  }
}

/** Writes the words of another place. Which of the hosts is wrong only people know. */
export function takeOver(at: Location, from: Location): Fix {
  const words = from.source.section.text.slice(from.start, from.end);
  return { title: fill(titles.replace, words), safety: "unsafe", edits: [{ ...at, text: words }] };
}
