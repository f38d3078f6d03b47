/** The whole table of keepalived.conf. */
import { type KeywordBody, keywords } from "../../../schema/spec.ts";
import { rootKeywords } from "./root.ts";

export const root: KeywordBody = keywords(rootKeywords);
