/** One file by itself in the service, as laws look at it: what is said of it, and what formatting makes of it. */
import { format } from "../../server/src/core/features/format.ts";
import type { Language } from "../../server/src/core/model/language.ts";
import { defaultSettings, Service, type ServiceHost, type ServiceSettings } from "../../server/src/core/service.ts";
import { SectionedDocument } from "../../server/src/core/text/document.ts";

/** A host on which no other file is to be found; a rule that throws fails the test. */
export const nothing: ServiceHost = {
  list: () => [],
  read: () => undefined,
  failed: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
};

/** A service with this file and nothing around it. */
export function openAlone(uri: string, languageId: string, text: string, settings?: Partial<ServiceSettings>): Service {
  const service = new Service(nothing, { ...defaultSettings, ...settings });
  service.open(uri, languageId, text);
  return service;
}

/** The text of a file as the service has it. */
export function textIn(service: Service, uri: string): string {
  return service.workspace.document(uri)?.text ?? "";
}

/** Everything that is said of a file, by lines. */
export function said(service: Service, uri: string): unknown {
  return (service.problems(uri).get(uri) ?? []).map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    message: problem.message.en,
    range: service.range(problem),
    related: (problem.related ?? []).map((one) => service.range(one)),
    fixes: (problem.fixes ?? []).map((fix) => fix.edits.map((edit) => ({ ...service.range(edit), text: edit.text }))),
  }));
}

/** What formatting the whole of a text makes of it. */
export function formatted(language: Language, text: string, step = "    "): string {
  const document = new SectionedDocument(text, language.split);
  return format(language, document, { step, from: 0, to: Number.POSITIVE_INFINITY })
    .map((edit) => ({ edit, at: document.offsetOf(edit.section) + edit.start }))
    .sort((a, b) => b.at - a.at)
    .reduce((all, { edit, at }) => all.slice(0, at) + edit.text + all.slice(at + edit.end - edit.start), text);
}
