/** The requests about other versions of a daemon. */
import type { Connection } from "vscode-languageserver";
import type { Problem } from "../core/schema/problem.ts";
import type { Service } from "../core/service.ts";
import type { Locale } from "../core/text/localized.ts";
import { toCodeAction, toDiagnostic } from "./convert.ts";
import {
  type UpgradeParams,
  UpgradeRequest,
  type UpgradeResult,
  type VersionsParams,
  VersionsRequest,
  type VersionsResult,
} from "./protocol.ts";
import { shield } from "./shield.ts";

/** More than anybody reads. */
const maxDiagnostics = 1000;

export function registerUpgrade(connection: Connection, service: Service, locale: () => Locale): void {
  connection.onRequest(
    VersionsRequest.method,
    shield<VersionsParams, VersionsResult>(connection, "versions", null, ({ uri }) => {
      const language = service.workspace.language(uri);
      if (language === undefined) return null;
      const known = language.versions.map(({ version, longTerm }) => ({ version, longTerm: longTerm === true }));
      return { title: language.title, current: service.version(language), known };
    }),
  );

  connection.onRequest(
    UpgradeRequest.method,
    shield<UpgradeParams, UpgradeResult>(connection, "upgrade", { files: [] }, ({ uri, version }) => {
      const language = service.workspace.language(uri);
      if (language === undefined) return { files: [] };
      const changes = service.upgrade(uri, { [language.id]: version });
      return {
        files: [...changes].map(([file, problems]) => ({
          uri: file,
          diagnostics: problems.slice(0, maxDiagnostics).map((problem) => withFixes(problem, version)),
        })),
      };
    }),
  );

  function withFixes(problem: Problem, version: string) {
    const source = `ha-config → ${version}`;
    const diagnostic = { ...toDiagnostic(service, problem, locale()), source };
    const fixes = (problem.fixes ?? []).map((fix, index) => {
      const action = toCodeAction(service, problem, fix, index === 0, locale());
      // The version that is set may offer the same for a reason of its own.
      return { ...action, title: `${action.title} (→ ${version})`, diagnostics: [diagnostic] };
    });
    return { diagnostic, fixes };
  }
}
