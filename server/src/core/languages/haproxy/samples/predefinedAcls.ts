/** ACLs that every section has (src/acl.c: default_acl_list). */
import { text } from "../../../text/localized.ts";
import { predefinedEntries } from "./aclTable.ts";

export const predefinedAcls = predefinedEntries([
  {
    name: "TRUE",
    equivalent: "always_true",
    since: "1.5",
    doc: text("`always_true`.", "`always_true`。"),
  },
  {
    name: "FALSE",
    equivalent: "always_false",
    since: "1.5",
    doc: text("`always_false`.", "`always_false`。"),
  },
  {
    name: "LOCALHOST",
    equivalent: "src 127.0.0.1/8 ::1",
    since: "1.5",
    doc: text("`src 127.0.0.1/8 ::1`.", "`src 127.0.0.1/8 ::1`。"),
  },
  {
    name: "HTTP",
    equivalent: "req.proto_http",
    since: "1.5",
    doc: text("`req.proto_http`.", "`req.proto_http`。"),
  },
  {
    name: "HTTP_1.0",
    equivalent: "req.ver 1.0",
    since: "1.5",
    doc: text("`req.ver 1.0`.", "`req.ver 1.0`。"),
  },
  {
    name: "HTTP_1.1",
    equivalent: "req.ver 1.1",
    since: "1.5",
    doc: text("`req.ver 1.1`.", "`req.ver 1.1`。"),
  },
  {
    name: "HTTP_2.0",
    equivalent: "req.ver 2.0",
    since: "2.4",
    doc: text("`req.ver 2.0`.", "`req.ver 2.0`。"),
  },
  {
    name: "HTTP_3.0",
    equivalent: "req.ver 3.0",
    since: "2.9",
    doc: text("`req.ver 3.0`.", "`req.ver 3.0`。"),
  },
  {
    name: "METH_CONNECT",
    equivalent: "method CONNECT",
    since: "1.5",
    doc: text("`method CONNECT`.", "`method CONNECT`。"),
  },
  {
    name: "METH_DELETE",
    equivalent: "method DELETE",
    since: "1.7",
    doc: text("`method DELETE`.", "`method DELETE`。"),
  },
  {
    name: "METH_GET",
    equivalent: "method GET HEAD",
    since: "1.5",
    doc: text("`method GET HEAD`.", "`method GET HEAD`。"),
  },
  {
    name: "METH_HEAD",
    equivalent: "method HEAD",
    since: "1.5",
    doc: text("`method HEAD`.", "`method HEAD`。"),
  },
  {
    name: "METH_OPTIONS",
    equivalent: "method OPTIONS",
    since: "1.5",
    doc: text("`method OPTIONS`.", "`method OPTIONS`。"),
  },
  {
    name: "METH_POST",
    equivalent: "method POST",
    since: "1.5",
    doc: text("`method POST`.", "`method POST`。"),
  },
  {
    name: "METH_PUT",
    equivalent: "method PUT",
    since: "1.7",
    doc: text("`method PUT`.", "`method PUT`。"),
  },
  {
    name: "METH_TRACE",
    equivalent: "method TRACE",
    since: "1.5",
    doc: text("`method TRACE`.", "`method TRACE`。"),
  },
  {
    name: "HTTP_URL_ABS",
    equivalent: "url_reg ^[^/:]*://",
    since: "1.5",
    doc: text("`url_reg ^[^/:]*://`.", "`url_reg ^[^/:]*://`。"),
  },
  {
    name: "HTTP_URL_SLASH",
    equivalent: "url_beg /",
    since: "1.5",
    doc: text("`url_beg /`.", "`url_beg /`。"),
  },
  {
    name: "HTTP_URL_STAR",
    equivalent: "url *",
    since: "1.5",
    doc: text("`url *`.", "`url *`。"),
  },
  {
    name: "HTTP_CONTENT",
    equivalent: "req.hdr_val(content-length) gt 0",
    since: "1.5",
    doc: text("`req.hdr_val(content-length) gt 0`.", "`req.hdr_val(content-length) gt 0`。"),
  },
  {
    name: "RDP_COOKIE",
    equivalent: "req.rdp_cookie_cnt gt 0",
    since: "1.5",
    doc: text("`req.rdp_cookie_cnt gt 0`.", "`req.rdp_cookie_cnt gt 0`。"),
  },
  {
    name: "REQ_CONTENT",
    equivalent: "req.len gt 0",
    since: "1.5",
    doc: text("`req.len gt 0`.", "`req.len gt 0`。"),
  },
  {
    name: "WAIT_END",
    equivalent: "wait_end",
    since: "1.5",
    doc: text("`wait_end`.", "`wait_end`。"),
  },
]);
