import { readFileSync } from 'node:fs';

const SETTING = 'COMPROMISED_KEYS_FILE';
/** About 100 bytes each while the process lives; Debian's weak keys of 2008, all sizes and machines, are fewer. */
const MOST_KEYS = 500_000;
const HASH = /^[0-9a-f]{64}$/;

/** SHA-256 of SubjectPublicKeyInfo, lower-case hexadecimal. */
export type CompromisedKeys = ReadonlySet<string>;

/** The first field of a line: what follows it (the name of the file that `sha256sum` read) and after a # is for people. */
const hashOfLine = (line: string): string => line.replace(/#.*/, '').trim().split(/\s+/)[0]?.toLowerCase() ?? '';

function parse(text: string, problems: string[]): CompromisedKeys {
  const keys = new Set<string>();
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const hash = hashOfLine(line);
    if (hash !== '' && !HASH.test(hash)) {
      problems.push(`${SETTING}: line ${index + 1} is not the SHA-256 of a key in hexadecimal`);
      return keys;
    }
    if (hash !== '') {
      keys.add(hash);
    }
    if (keys.size > MOST_KEYS) {
      problems.push(`${SETTING}: holds more than ${MOST_KEYS} keys`);
      return keys;
    }
  }
  return keys;
}

/**
 * The keys that somebody is known to have besides their holder, one a line; empty lines and what follows a # do not count. It is
 * read once: a broken list is seen when the process starts and not by an applicant.
 * @param path empty: no list
 * @param problems is given what is wrong with the file
 */
export function readCompromisedKeys(path: string | undefined, problems: string[]): CompromisedKeys {
  if (!path) {
    return new Set();
  }
  try {
    return parse(readFileSync(path, 'utf8'), problems);
  } catch {
    problems.push(`${SETTING}: the file cannot be read`);
    return new Set();
  }
}
