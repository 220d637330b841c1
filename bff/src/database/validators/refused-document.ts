const DOCUMENT_VALIDATION_FAILURE = 121;

/** What a server says of one rule, as far as it is read: never the value that it considered. */
interface Told {
  readonly operatorName?: unknown;
  readonly title?: unknown;
  readonly propertyName?: unknown;
  readonly itemIndex?: unknown;
  readonly missingProperties?: readonly unknown[];
  readonly additionalProperties?: readonly unknown[];
  readonly schemaRulesNotSatisfied?: readonly Told[];
  readonly propertiesNotSatisfied?: readonly Told[];
  readonly schemasNotSatisfied?: readonly Told[];
  readonly details?: readonly Told[];
}

interface Failure {
  readonly code?: unknown;
  readonly errInfo?: { readonly details?: Told };
  /** Of a bulk. */
  readonly writeErrors?: unknown;
}

/** Of our own code: a name that starts otherwise may be somebody's. */
const NAME = /^[A-Za-z_$][\w-]{0,39}$/;
const nameOf = (said: unknown): string => (typeof said === 'string' && NAME.test(said) ? said : '?');
const within = (path: string, name: string): string => (path ? `${path}.${name}` : name);

function* rulesIn(told: Told, path: string): Generator<string> {
  const { operatorName, propertyName, itemIndex, missingProperties, additionalProperties } = told;
  const here = propertyName === undefined ? path : within(path, nameOf(propertyName));
  const place = itemIndex === undefined ? here : within(here, '*');
  const nested = [
    ...(told.schemaRulesNotSatisfied ?? []),
    ...(told.propertiesNotSatisfied ?? []),
    ...(told.schemasNotSatisfied ?? []),
    ...(told.details ?? []),
  ];
  for (const inner of nested) {
    yield* rulesIn(inner, place);
  }
  const named = [...(missingProperties ?? []), ...(Array.isArray(additionalProperties) ? additionalProperties : [])];
  for (const name of named) {
    yield `${within(place, nameOf(name))}: ${nameOf(operatorName)}`;
  }
  if (nested.length === 0 && named.length === 0) {
    yield `${place}: ${nameOf(operatorName)}`;
  }
}

/**
 * Where a document did not fit that the database has refused: collection, paths and names of rules. Nothing of its content, which
 * the server tells with them. Null for every other error.
 */
export function refusedDocument(error: unknown): { readonly collection: string; readonly rules: string[] } | null {
  const failure = (error ?? {}) as Failure;
  const failures = [failure, ...([failure.writeErrors ?? []].flat() as Failure[])];
  const [details] = failures.flatMap(
    ({ code, errInfo }) => (code === DOCUMENT_VALIDATION_FAILURE && errInfo?.details) || [],
  );
  return details ? { collection: nameOf(details.title), rules: [...new Set(rulesIn(details, ''))] } : null;
}
