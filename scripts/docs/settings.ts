import * as v from 'valibot';
import { configEntries } from '../../bff/src/config/config-schema';

export interface Setting {
  readonly name: string;
  readonly description: string;
  /** Null = must be given. */
  readonly defaultValue: string | null;
}

type Entry = v.GenericSchema & { pipe?: readonly unknown[]; wrapped?: v.GenericSchema; default?: unknown };

/** The default of `optional(schema, default)`, also where a pipe wraps it. */
function defaultOf(entry: Entry): string | null {
  const candidates = [entry, ...((entry.pipe ?? []) as Entry[])];
  const optional = candidates.find((candidate) => candidate.type === 'optional');
  return typeof optional?.default === 'string' ? optional.default : null;
}

const descriptionOf = (entry: Entry): string =>
  v.getDescription(entry) ?? (entry.wrapped ? (v.getDescription(entry.wrapped) ?? '') : '');

/** Every setting of the BFF as the schema declares it. */
export const settings = (): Setting[] =>
  Object.entries(configEntries).map(([name, entry]) => ({
    name,
    description: descriptionOf(entry as Entry),
    defaultValue: defaultOf(entry as Entry),
  }));
