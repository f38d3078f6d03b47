/** What the plainest fixes are called, wherever they are offered. */
import { text } from "../text/localized.ts";

export const titles = {
  replace: text('Replace by "{0}"', '替换为"{0}"'),
  insert: text('Insert "{0}"', '插入"{0}"'),
  remove: text('Remove "{0}"', '删除"{0}"'),
};
