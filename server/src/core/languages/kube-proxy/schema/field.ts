/** The entries of the table. All fields of `v1alpha1` are alike: one value, and the last one wins where a field stands twice. */
import { arg, type Body, type Deprecation, type Keyword, keywords, lines } from "../../../schema/spec.ts";
import type { Value } from "../../../schema/value.ts";
import type { Text } from "../../../text/localized.ts";

/** The reference of the configuration; its parts are called like the types of staging/src/k8s.io/kube-proxy/config/v1alpha1/types.go. */
const reference = "https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/";

export interface Facts {
  readonly doc: Text;
  readonly default?: string | Text;
  /** First version that knows it; the first one of the configuration file where absent. */
  readonly since?: string;
  readonly deprecated?: Deprecation;
  readonly ok?: readonly string[];
  readonly bad?: readonly string[];
}

/** A field with one value. */
export function field(name: string, value: Value, facts: Facts): Keyword {
  return entry(name, `${name}: ${value.signature}`, facts, { args: [arg(name, value)] });
}

/** A field with a list of values. */
export function listField(name: string, value: Value, facts: Facts): Keyword {
  return entry(name, `${name}: [${value.signature}, …]`, facts, { args: [], body: lines(arg(name, value)) });
}

/** A field whose fields have names of the person's choice. */
export function mapField(name: string, key: Value, value: Value, facts: Facts): Keyword {
  const body = lines(arg("name", key), arg("value", value));
  return entry(name, `${name}: {${key.signature}: ${value.signature}, …}`, facts, { args: [], body });
}

/** A field with fields of its own. */
export function block(
  name: string,
  fields: readonly Keyword[],
  facts: Facts,
  mistakes: Parameters<typeof keywords>[1] = [],
): Keyword {
  return entry(name, `${name}: …`, facts, { args: [], body: keywords(fields, mistakes) });
}

/** A field whose value is not looked at. */
export function freeField(name: string, facts: Facts): Keyword {
  return entry(name, `${name}: …`, facts, { args: [] });
}

function entry(
  name: string,
  signature: string,
  { ok = [], bad = [], since = "1.10", ...facts }: Facts,
  shape: { readonly args: Keyword["args"]; readonly body?: Body },
): Keyword {
  return { name, signature, duplicate: "last-wins-reported", link: reference, ok, bad, since, ...facts, ...shape };
}

/** The same entries with the type of this configuration whose part of the reference explains them. */
export function ofType(type: string, fields: readonly Keyword[]): readonly Keyword[] {
  return linked(fields, `kubeproxy-config-k8s-io-v1alpha1-${type}`);
}

/** The same for a type that the components of Kubernetes share. */
export function ofSharedType(type: string, fields: readonly Keyword[]): readonly Keyword[] {
  return linked(fields, type);
}

function linked(fields: readonly Keyword[], anchor: string): readonly Keyword[] {
  return fields.map((one) => ({ ...one, link: `${reference}#${anchor}` }));
}
