/**
 * The end entity that stands for an idempotency key. Databases of EJBCA compare names without regard to case, keys are
 * told apart by it: a capital is written `_` and the small letter, which no key can hold.
 * @param key 1 to 64 characters of `A-Z a-z 0-9 -`
 */
export const endEntityNameOf = (prefix: string, key: string): string =>
  `${prefix}${key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}`;
