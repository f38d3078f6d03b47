/** In which of the four kinds of proxies a keyword works, and what the daemon makes of it in the others. */
import type { Effect, Keyword, Row } from "../../../schema/spec.ts";
import { text } from "../../../text/localized.ts";

export const proxyKinds = ["defaults", "frontend", "listen", "backend"] as const;
export type ProxyKind = (typeof proxyKinds)[number];

type Effects = Readonly<Record<ProxyKind, Effect>>;

/** What holds from the first version on, and what later versions changed. */
export type Sections = readonly { readonly since: string; readonly effects: Effects }[];

export interface ProxyKeyword extends Keyword {
  readonly sections: Sections;
}

function effects(defaults: Effect, frontend: Effect, listen: Effect, backend: Effect): Sections {
  return [{ since: "1.5", effects: { defaults, frontend, listen, backend } }];
}

export const everywhere = effects("works", "works", "works", "works");
export const frontendSide = effects("works", "works", "works", "ignored");
export const backendSide = effects("works", "ignored", "works", "works");
export const refusedInFrontend = effects("works", "refused", "works", "works");
export const refusedInBackend = effects("works", "works", "works", "refused");
export const notInDefaults = effects("refused", "works", "works", "works");
export const frontendOnly = effects("refused", "works", "works", "ignored");
export const frontendsOnly = effects("refused", "works", "works", "refused");
export const backendOnly = effects("refused", "ignored", "works", "works");
export const serversOnly = effects("refused", "refused", "works", "works");

/** A version changed where the keyword works. */
export function changing(before: Sections, since: string, after: Sections): Sections {
  return [...before, ...after.map((one) => ({ ...one, since }))];
}

/** Defaults with a name take rules since 2.5. */
export const namedDefaults = changing(notInDefaults, "2.5", effects("refused-unnamed", "works", "works", "works"));
export const namedFrontend = changing(frontendsOnly, "2.5", effects("refused-unnamed", "works", "works", "refused"));
export const namedBackend = changing(serversOnly, "2.5", effects("refused-unnamed", "refused", "works", "works"));

/** The keywords as they stand in one kind of proxy. */
export function inSection(list: readonly ProxyKeyword[], kind: ProxyKind): readonly Keyword[] {
  return list.map(({ sections, ...keyword }) => {
    const here = sections.map((one) => ({ since: one.since, effect: one.effects[kind] }));
    const rows = [...(keyword.rows ?? []), ...worksIn(sections)];
    return here.every((one) => one.effect === "works") ? { ...keyword, rows } : { ...keyword, here, rows };
  });
}

const label = text("Sections", "所在段");

function worksIn(sections: Sections): readonly Row[] {
  const last = sections.at(-1);
  if (last === undefined) return [];
  const kinds = proxyKinds.filter((kind) => last.effects[kind] === "works" || last.effects[kind] === "refused-unnamed");
  return [{ label, value: kinds.map((kind) => `\`${kind}\``).join(", ") }];
}
