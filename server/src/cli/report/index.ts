/** The output formats by name. */
import { github } from "./github.ts";
import { json } from "./json.ts";
import type { Format } from "./report.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

export const formats: Readonly<Record<string, Format>> = { text, json, sarif, github };
