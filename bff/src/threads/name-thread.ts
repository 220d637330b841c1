import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';

/** What Linux has room for, without the zero at the end. */
const LONGEST = 15;

/** Runs first in every thread (`thread-code.ts`): `top -H` and `bench:load` see what each thread is for. Other systems have no such name. */
try {
  writeFileSync(
    '/proc/thread-self/comm',
    basename(__filename)
      .replace(/-[0-9a-f]{16}\.js$/, '')
      .slice(0, LONGEST),
  );
} catch {
  // A name is no condition of anything.
}
