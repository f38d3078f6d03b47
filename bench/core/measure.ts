/**
 * The core alone, without a protocol: what an edit costs (microseconds) and how fast text is read (MB/s, millions of
 * bytes). A program of its own, bundled, so that a build of before can be measured beside one of after.
 */
import { getLanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { defaultSettings, languages, Service } from "../../server/src/core/service.ts";
import { SectionedDocument } from "../../server/src/core/text/document.ts";
import { jsonText } from "../documents/json.ts";
import { type Subject, subjects } from "../documents/subjects.ts";
import { quietHost } from "../quietHost.ts";
import { repeat } from "../repeat.ts";

/** Name, unit and value. */
export type CoreMetric = readonly [name: string, unit: string, value: number];

function measure({ languageId, uri, text: textOf, mistake }: Subject, lines: number): CoreMetric[] {
  const language = languages.find(({ id }) => id === languageId);
  if (language === undefined) throw new Error(`There is no language "${languageId}"`);
  const text = textOf(lines);
  const service = new Service(quietHost, defaultSettings);
  service.open(uri, languageId, text);
  service.problems(uri);
  const half = text.split("\n").findIndex((line, at) => at >= lines / 2 && line.includes(mistake));
  const start = { line: half, character: 4 + mistake.length };
  const range = { start, end: { ...start, character: start.character + 1 } };
  let typed = false;
  const edit = () => {
    service.change(uri, [typed ? { range, text: "" } : { range: { start, end: start }, text: "x" }]);
    typed = !typed;
  };
  const editAndCheck = () => {
    edit();
    service.problems(uri);
  };
  const both = repeat(editAndCheck);
  const alone = repeat(edit);
  const sections = new SectionedDocument(text, language.split).sections.map((section) => section.text);
  const bytes = Buffer.byteLength(text);
  const speed = (milliseconds: number, size = bytes) => size / 1000 / milliseconds;
  const json = jsonText(bytes);
  const jsonService = getLanguageService({});
  const jsonParse = () => {
    jsonService.parseJSONDocument(TextDocument.create("a.json", "json", 1, json));
  };
  return [
    ["edit of the text", "µs", alone * 1000],
    ["edit → problems", "µs", both * 1000],
    ["parse", "MB/s", speed(repeat(() => sections.map((section) => language.parse(section))))],
    ["split into sections", "MB/s", speed(repeat(() => new SectionedDocument(text, language.split)))],
    ["JSON server's parse", "MB/s", speed(repeat(jsonParse), json.length)],
  ];
}

const [, , lines = "10000", wanted = "keepalived"] = process.argv;
const subject = subjects.find(({ languageId }) => languageId === wanted);
if (subject !== undefined) process.stdout.write(JSON.stringify(measure(subject, Number(lines))));
