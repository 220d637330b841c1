import { parseKeyRing } from '../keys/key-ring';
import type { GivenSettings } from './config-schema';
import { isPredictableKey } from './secret-problems';

const NAME = 'AUDIT_KEYS';

/** Under which forms a setting is the same secret as a key: as text here, in base64 there. */
const isSame = (value: string, key: Buffer): boolean =>
  Buffer.from(value).equals(key) || Buffer.from(value, 'base64').equals(key) || value.includes(key.toString('base64'));

/**
 * What a production start must refuse of the keys of the audit log: demo keys, predictable ones, one that stands twice,
 * one that is another secret too. Who administers the database must not come by them, so they are nobody else's.
 */
export function auditKeyProblems(given: GivenSettings): string[] {
  // Its form is the schema's subject.
  const { keys } = parseKeyRing(given.AUDIT_KEYS ?? '');
  const others = Object.entries(given).filter(([name, value]) => name !== NAME && value);
  return keys.flatMap(({ id, key: bytes }, place) => {
    const key = `${NAME}: key ${place + 1}`;
    const twin = others.find(([, value]) => isSame(value, bytes));
    return [
      ...(/demo/i.test(id) ? [`${key} is a demo credential; production needs your own`] : []),
      ...(bytes.length === 32 && isPredictableKey(bytes)
        ? [`${key} is not random; make it with \`openssl rand -base64 32\``]
        : []),
      ...(keys.slice(0, place).some((earlier) => earlier.key.equals(bytes)) ? [`${key} stands in it twice`] : []),
      ...(twin ? [`${key} is the same secret as ${twin[0]}; every purpose needs its own`] : []),
    ];
  });
}
