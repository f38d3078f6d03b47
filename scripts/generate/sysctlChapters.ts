// The chapters of the sysctl reference: the keys by subject, for none stands in a block.

import { groups } from "../../server/src/core/languages/sysctl-conf/schema/index.ts";
import type { Chapter } from "./chapters.ts";

export const sysctlChapters: readonly Chapter[] = groups.map(({ name, title, doc, keys }) => ({
  file: name,
  title,
  doc,
  keywords: keys,
}));
