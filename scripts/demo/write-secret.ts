import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a PEM text that nobody else may read, and answers its path. */
export function writeSecret(folder: string, name: string, pem: string): string {
  const path = join(folder, name);
  writeFileSync(path, pem, { mode: 0o600 });
  return path;
}
