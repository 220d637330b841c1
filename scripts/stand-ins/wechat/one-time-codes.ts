import { randomBytes } from 'node:crypto';

const LIFETIME_MS = 5 * 60_000;

export type Redemption<T> = { outcome: 'ok'; value: T } | { outcome: 'unknown' | 'used' | 'expired' };

export interface OneTimeCodes<T> {
  /** A new code for `value`, good once, for five minutes. */
  issue(value: T): string;
  redeem(code: string): Redemption<T>;
}

/**
 * Codes of wx.login and getPhoneNumber.
 * @param o.prefix start of issued codes
 * @param o.readDemoCode the value of a code in the agreed demo format, which needs no issuing; good once as well
 */
export function createOneTimeCodes<T>(o: {
  now: () => Date;
  prefix: string;
  readDemoCode: (code: string) => T | undefined;
}): OneTimeCodes<T> {
  const issued = new Map<string, { value: T; expiresAt: number }>();
  const used = new Set<string>();
  return {
    issue(value) {
      const code = `${o.prefix}${randomBytes(14).toString('hex')}`;
      issued.set(code, { value, expiresAt: o.now().getTime() + LIFETIME_MS });
      return code;
    },
    redeem(code) {
      if (used.has(code)) return { outcome: 'used' };
      const entry = issued.get(code);
      if (entry && o.now().getTime() > entry.expiresAt) return { outcome: 'expired' };
      const value = entry ? entry.value : o.readDemoCode(code);
      if (value === undefined) return { outcome: 'unknown' };
      used.add(code);
      issued.delete(code);
      return { outcome: 'ok', value };
    },
  };
}
