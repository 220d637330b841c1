import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageLicence } from './judge-lock';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i;

function textsOf(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
      .map(({ name }) => readFileSync(join(folder, name), 'utf8').trim());
  } catch {
    // A part for another platform is not installed here, and not shipped from here.
    return [];
  }
}

/** The texts that licences of what is shipped want to be passed on, each once. */
export function noticesOf(packages: readonly PackageLicence[], root: string): string {
  const owners = new Map<string, string[]>();
  for (const { name, version, licence, folder } of packages.filter(({ isShipped }) => isShipped)) {
    const title = `${name}@${version} (${licence})`;
    const texts = textsOf(join(root, folder));
    for (const text of texts.length > 0 ? texts : [`${licence}; the package brings no text of its own`]) {
      owners.set(text, [...(owners.get(text) ?? []), title]);
    }
  }
  return [...owners]
    .map(([text, titles]) => `${[...new Set(titles)].join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}
