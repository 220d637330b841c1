import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import * as v from 'valibot';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const progressSchema = v.object({
  /** Of the import: the same bytes are the same import, wherever the file lies. */
  file: v.string(),
  /** All lines up to this one are done. */
  line: count,
  added: count,
  existing: count,
  bad: count,
  /** Length of the report up to that line. */
  reportBytes: count,
});
export type ImportProgress = v.InferOutput<typeof progressSchema>;

const HEAD_BYTES = 1024 * 1024;

/** Names an import by the file's size and first MiB; reading all of 1 GB for it would take as long as the import's first part. */
export async function nameOfFile(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return createHash('sha256').update(String(size)).update(buffer.subarray(0, bytesRead)).digest('hex').slice(0, 24);
  } finally {
    await file.close();
  }
}

/** How far an import of `file` had come when it was interrupted; null when there is nothing to go on with. */
export function readProgress(path: string, file: string): ImportProgress | null {
  if (!existsSync(path)) {
    return null;
  }
  const stored = v.safeParse(progressSchema, JSON.parse(readFileSync(path, 'utf8')));
  return stored.success && stored.output.file === file ? stored.output : null;
}

/** Replaces the file in one step: a kill while writing leaves the one before. */
export function writeProgress(path: string, progress: ImportProgress): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(progress)}\n`);
  renameSync(`${path}.new`, path);
}

export const removeProgress = (path: string): void => rmSync(path, { force: true });
