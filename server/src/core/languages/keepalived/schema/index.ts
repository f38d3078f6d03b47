/** The whole table of keepalived.conf. */
import { keywords, type KeywordBody } from "../../../schema/spec.ts";
import { rootKeywords } from "./root.ts";

export const root: KeywordBody = keywords(rootKeywords);
