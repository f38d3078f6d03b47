/** Names and proxies: what depends on the version, on other files, and on whether anyone comes to look. */
import { checkProblems } from "../../kit/check.ts";

const defaults = `defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s`;

const only = (pattern: RegExp) => (problem: { code: string }) => pattern.test(problem.code);
const inVersion = (version: string) => ({ versions: { haproxy: version }, together: [] });

describe("names and proxies of haproxy.cfg", () => {
  it("are not missed in a file of a folder whose main file is not known", () => {
    checkProblems(
      `
frontend web
    bind :8080
    acl unused src 10.0.0.0/8
    log global
    option httplog
    http-request deny if { src_conn_cur gt 100 }
    default_backend app
#                   ^^^ information: No backend is named "app" in the files that were found
backend other
    server s1 192.0.2.10:8000 check
`,
      { name: "web.cfg" },
    );
  });

  it("are missed in a main file", () => {
    checkProblems(
      `
frontend web
#        ^^^ warning: "web" has no "timeout client"
    bind :8080
    mode tcp
    default_backend app
#                   ^^^ error: No backend is named "app"
`,
      { name: "haproxy.cfg" },
    );
  });

  it("may be shared by a frontend and a backend up to 3.2", () => {
    const drawing = (mark: string) => `
${defaults}
frontend app
    bind :8080
    default_backend app
backend app
#       ^^^ ${mark}
    server s1 192.0.2.10:8000 check
`;
    const options = (version: string) => ({ name: "haproxy.cfg", settings: inVersion(version) });
    checkProblems(drawing('information: "app" is the name of a frontend already'), options("2.6"));
    checkProblems(drawing('warning: "app" is the name of a frontend already'), options("3.2"));
    checkProblems(drawing('error: "app" is the name of a frontend already'), options("3.3"));
  });

  it("may be shared by two servers with ids up to 3.2", () => {
    const drawing = (mark: string) => `
${defaults}
listen app
    bind :8080
    server s1 192.0.2.10:8000 id 1 check
    server s1 192.0.2.11:8000 id 2 check
#          ^^ ${mark}
`;
    const options = (version: string) => ({ name: "haproxy.cfg", settings: inVersion(version) });
    checkProblems(drawing('information: A server named "s1"'), options("2.6"));
    checkProblems(drawing('error: A server named "s1" stands here already'), options("3.4"));
  });

  it("of servers come from templates too", () => {
    checkProblems(
      `
${defaults}
listen app
    bind :8080
    server-template s 2-3 192.0.2.10:8000 check
    use-server s3 if { path_beg /a }
    use-server s1 if { path_beg /b }
#              ^^ error: Backend "app" has no server "s1"
    use-server s03 if { path_beg /c }
#              ^^^ error: Backend "app" has no server "s03"
`,
      { name: "haproxy.cfg", only: only(/reference/) },
    );
  });

  it("are not looked up where a later line or another section takes the place", () => {
    checkProblems(
      `
${defaults}
    default_backend gone
frontend web
    bind :8080
    default_backend nowhere
#                   ^^^^^^^ information: No backend is named "nowhere"
    default_backend app
frontend api
    bind :8081
    default_backend app
backend app
    server s1 192.0.2.10:8000 check
`.replace("gone", "gone\n#                   ^^^^ information: No backend is named"),
      { name: "haproxy.cfg", only: only(/unknown-reference/) },
    );
  });

  it("of ACLs count from their line on, and not beyond their section", () => {
    checkProblems(
      `
defaults strict
    mode http
    timeout client 30s
    acl internal src 10.0.0.0/8
    http-request deny unless internal
frontend web from strict
    bind :8080
    http-request deny unless internal
#                            ^^^^^^^^ error: "internal" is an ACL of defaults "strict" only
    http-request deny if late
#                        ^^^^ error: "late" is defined only further down
    http-request deny if LOCALHOST
    acl late src 192.0.2.0/24
    acl LOCALHOST src 192.0.2.1
    http-request return status 200
`,
      { name: "haproxy.cfg", only: only(/reference/) },
    );
  });

  it("in mode tcp may be of HTTP where a backend is, since 3.0", () => {
    const drawing = (mark: string) => `
defaults
    timeout connect 5s
    timeout client 30s
    timeout server 30s
frontend web
    bind :8080
    http-request deny if { path_beg /admin }
${mark}
    default_backend app
backend app
    mode http
    server s1 192.0.2.10:8000 check
`;
    const options = (version: string) => ({
      name: "haproxy.cfg",
      settings: inVersion(version),
      only: only(/mode-ignored/),
    });
    checkProblems(drawing("#   ^^^^^^^^^^^^^^^^^ is ignored in mode tcp"), options("2.8"));
    checkProblems(drawing(""), options("3.4"));
  });
});
