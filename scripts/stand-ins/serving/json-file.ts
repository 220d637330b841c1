import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface JsonFile {
  /** The stored value, or undefined when there is no file yet. A damaged file is an error: silence would lose data. */
  load(): unknown;
  /** Replaces the file in one step: a reader, or a crash, sees the old or the new content and nothing between. */
  save(value: unknown): void;
}

/** One JSON document on disk, readable by its owner only. */
export function openJsonFile(path: string): JsonFile {
  return {
    load() {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
      try {
        return JSON.parse(text);
      } catch (error) {
        throw new Error(`${path} is not valid JSON. Repair it, or delete it to start afresh.`, { cause: error });
      }
    },
    save(value) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.${process.pid}.draft`;
      writeFileSync(draft, `${JSON.stringify(value, null, 1)}\n`, { mode: 0o600 });
      renameSync(draft, path);
    },
  };
}
