import assert from "node:assert/strict";
import { Service } from "../../../server/src/core/service.ts";

const host = {
  list: () => [],
  read: () => null,
  failed: (_rule: string, error: unknown) => assert.fail(String(error)),
};
const settings = { versions: {}, together: [], rules: {} };
const uri = "file:///etc/haproxy/haproxy.cfg";

function severities(text: string): readonly string[] {
  const service = new Service(host, settings);
  service.open(uri, "haproxy", text);
  return (service.problems(uri).get(uri) ?? []).map((problem) => problem.severity);
}

const defaults = `defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
`;

describe("templates of haproxy.cfg", () => {
  it("are read where lines stay whole (Jinja)", () => {
    const text = `${defaults}
backend app
{% for host in groups['web'] %}
    server {{ host }} {{ hostvars[host]['ip'] }}:{{ port | default(80) }} check
{% endfor %}
    option httpchk {{ method }} /
    timeout server {{ timeout }}s
{% if tls %}
    server tls {{ address }}:443 ssl verify none check
{% else %}
    server plain {{ address }}:80 check
{% endif %}
frontend web
    bind {{ vip }}:80
    default_backend {{ name }}`;
    assert.deepEqual(
      severities(text).filter((one) => one !== "information" && one !== "hint"),
      [],
    );
  });

  it("are read with doubt: what is wrong beside a gap is a warning", () => {
    const text = `${defaults}
backend app
    server {{ name }} 192.0.2.1:80 check
    balanse roundrobin
`;
    assert.deepEqual(severities(text), ["warning"]);
    assert.deepEqual(severities(text.replace("{{ name }}", "s1")), ["error"]);
  });

  it("are left alone where lines are put together of pieces (Go)", () => {
    const text = `${defaults}
{{- /* A comment
   * over several lines
   */}}
backend app
{{- range .Servers }}
    server {{ .Name }} {{ .Address }}
        {{- if .Check }} check{{ end }}
{{- end }}
    tcp-request content reject if
        {{- if .Deny }} deny_rule{{ end }}
`;
    assert.deepEqual(severities(text), []);
  });

  it("are read with doubt in ERB", () => {
    const text = `${defaults}
backend app
<% @servers.each do |one| %>
    server <%= one.name %> <%= one.address %>:80 check
<% end %>
`;
    assert.deepEqual(severities(text), []);
  });
});
