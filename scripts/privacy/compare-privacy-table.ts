import * as v from 'valibot';
import type { PrivacyUse } from './find-privacy-uses';
import { WECHAT_PRIVACY_INTERFACES } from './wechat-privacy-interfaces';

const purposeSchema = v.pipe(v.string(), v.regex(/\p{Script=Han}/u, 'the purpose is read by applicants: Chinese'));
const entry = { privacyKey: v.string(), information: v.pipe(v.string(), v.nonEmpty()), purpose: purposeSchema };

/** miniapp/src/platform/privacy-apis.json */
export const privacyTableSchema = v.strictObject({
  interfaces: v.array(v.strictObject({ ...entry, apis: v.pipe(v.array(v.string()), v.minLength(1)) })),
  typedIn: v.array(v.strictObject(entry)),
});
export type PrivacyTable = v.InferOutput<typeof privacyTableSchema>;

const KNOWN_KEYS = new Set(WECHAT_PRIVACY_INTERFACES.map(({ privacyKey }) => privacyKey));

/** What is wrong with the table, one line each; empty when it says exactly what the bundle does. */
export function comparePrivacyTable({ interfaces }: PrivacyTable, uses: readonly PrivacyUse[]): string[] {
  const declared = interfaces.flatMap(({ privacyKey, apis }) => apis.map((api) => ({ privacyKey, api })));
  const isSame = (one: { privacyKey: string; api: string }, other: { privacyKey: string; api: string }) =>
    one.api === other.api && one.privacyKey === other.privacyKey;
  return [
    ...interfaces
      .filter(({ privacyKey }) => !KNOWN_KEYS.has(privacyKey))
      .map(({ privacyKey }) => `${privacyKey}: no privacy_key that WeChat knows`),
    ...uses
      .filter((use) => !declared.some((each) => isSame(each, use)))
      .map(({ api, privacyKey, file }) => `${api} (${privacyKey}) is used in ${file} and not in the table`),
    ...declared
      .filter((each) => !uses.some((use) => isSame(each, use)))
      .map(({ api, privacyKey }) => `${api} (${privacyKey}) is in the table and not used`),
  ];
}
