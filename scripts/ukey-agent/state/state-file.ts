import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

/** One JSON document on this PC, readable by its owner only. */
export interface StateFile<T> {
  /** The stored value, or the given one when there is none yet. @throws Error for a damaged file: silence would lose PINs */
  load(): T;
  /** Replaces the file in one step, and is on the disk when this returns: a token is changed next. */
  save(value: T): void;
}

export function openStateFile<S extends v.GenericSchema>(
  path: string,
  schema: S,
  empty: v.InferOutput<S>,
): StateFile<v.InferOutput<S>> {
  return {
    load() {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return empty;
        throw error;
      }
      try {
        return v.parse(schema, JSON.parse(text));
      } catch {
        // no cause: it would repeat what stands in the file
        throw new Error(
          `${path} is damaged. Keep a copy of it before you delete it: it may hold PINs that were not printed yet.`,
        );
      }
    },
    save(value) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.draft`;
      const file = openSync(draft, 'w', 0o600);
      try {
        writeSync(file, `${JSON.stringify(value, null, 1)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(draft, path);
    },
  };
}
