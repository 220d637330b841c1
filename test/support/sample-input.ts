import type { AnyEndpoint } from '@acceptance/shared';
import * as v from 'valibot';

/** Values among which every text or number of the declared inputs finds one that it accepts. */
const CANDIDATES: readonly unknown[] = [
  '0123456789abcdef01234567',
  'a'.repeat(64),
  'a'.repeat(40),
  'a'.repeat(43),
  'a'.repeat(32),
  '7K3M9Q2XAB4C',
  'HT-GOV-261123-0001',
  'true',
  '2026-11-23',
  'REF0000000001',
  'sample-client-token',
  '19900000001',
  'person@mail.example',
  '26150000000000000001',
  '张伟',
  '11010519491231002X',
  '000000',
  1,
  true,
  { kind: 'general', title: '示例', email: 'person@mail.example' },
];

type ObjectEntries = Readonly<Record<string, v.GenericSchema>>;

/** An input that a schema accepts: optional parts are left out, lists have one item. */
export function sampleOf(schema: v.GenericSchema): unknown {
  const shape = schema as unknown as {
    type: string;
    entries?: ObjectEntries;
    item?: v.GenericSchema;
    options?: unknown;
  };
  if (shape.type === 'object' && shape.entries) {
    return Object.fromEntries(Object.entries(shape.entries).map(([name, entry]) => [name, sampleOf(entry)]));
  }
  if (shape.type === 'optional') {
    return undefined;
  }
  if (shape.type === 'array' && shape.item) {
    return [sampleOf(shape.item)];
  }
  const options = Array.isArray(shape.options) ? (shape.options as unknown[]) : [];
  const found = [...options, ...CANDIDATES].find((candidate) => v.safeParse(schema, candidate).success);
  if (found === undefined) {
    throw new Error(`no sample for a schema of type ${shape.type}: add a candidate`);
  }
  return found;
}

export interface SampleInput {
  readonly params: Record<string, string>;
  readonly body: Record<string, unknown> | undefined;
}

/** Input that an endpoint accepts, with the given ids in the places of its parameters of that name. */
export function sampleInput(endpoint: AnyEndpoint, ids: Readonly<Record<string, string>> = {}): SampleInput {
  const fill = (sample: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, ids[name] ?? value]));
  const params = endpoint.params ? fill(sampleOf(endpoint.params) as Record<string, unknown>) : {};
  const body = endpoint.body && fill(sampleOf(endpoint.body) as Record<string, unknown>);
  return { params: params as Record<string, string>, body };
}
