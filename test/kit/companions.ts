/** Asks for companions and carries out what they offer: the workspace before goes in, that after it comes out. */
import assert from "node:assert/strict";
import type { Offer } from "../../server/src/core/model/companion.ts";
import type { Problem } from "../../server/src/core/schema/problem.ts";
import type { Service } from "../../server/src/core/service.ts";
import { type Locale, say } from "../../server/src/core/text/localized.ts";
import { uriOf, workspaceOf } from "./estate.ts";

export type Files = Readonly<Record<string, string>>;

const root = uriOf("");

/** What a companion offers for a file as a whole. */
export function offered(id: string, files: Files, name: string): readonly Offer[] {
  return workspaceOf(files).offers(
    { uri: uriOf(name), position: undefined, roots: [uriOf("").replace(/\/$/, "")] },
    id,
  );
}

/** The files after a companion has written all that it offers for one of them. */
export function written(id: string, files: Files, name: string, locale: Locale = "en"): Files {
  const service = workspaceOf(files);
  const offers = service.offers({ uri: uriOf(name), position: undefined, roots: [] }, id);
  assert.notEqual(offers.length, 0, "something is offered");
  return carriedOut(service, files, offers, locale);
}

function carriedOut(service: Service, files: Files, offers: readonly Offer[], locale: Locale): Files {
  const after: Record<string, string> = { ...files };
  for (const { creates, edits } of offers) {
    for (const { uri, text } of creates) {
      const name = decodeURIComponent(uri.slice(root.length));
      assert.equal(after[name], undefined, `${name} was not there`);
      after[name] = say(text, locale);
    }
    for (const edit of edits) {
      service.change(edit.source.uri, [{ range: service.range(edit), text: say(edit.text, locale) }]);
      after[edit.source.uri.slice(root.length)] = service.workspace.document(edit.source.uri)?.text ?? "";
    }
  }
  return after;
}

/** The codes of all that is said of these files, by name. */
export function codesOf(files: Files, only: (problem: Problem) => boolean = () => true): readonly string[] {
  const service = workspaceOf(files);
  return Object.keys(files).flatMap((name) =>
    (service.problems(uriOf(name)).get(uriOf(name)) ?? []).filter(only).map(({ code }) => `${name}: ${code}`),
  );
}
