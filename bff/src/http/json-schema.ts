import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

export type Json = Record<string, unknown>;

/** What a schema accepts on the wire. Checks that JSON Schema cannot say (checksums) are left to the server's answer. */
export function jsonSchema(schema: v.GenericSchema, typeMode: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema as v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, {
    errorMode: 'ignore',
    typeMode,
    // The converter does not know it; `maxLength` of JSON Schema counts code points (RFC 8259, section 8), as we do.
    overrideAction: ({ valibotAction, jsonSchema: said }) =>
      valibotAction.type === 'max_code_points' && 'requirement' in valibotAction
        ? { ...said, maxLength: Number(valibotAction.requirement) }
        : undefined,
  });
  return rest as Json;
}
