import * as v from 'valibot';

/** What a signature of a certificate's holder is good for; a signature for one is none for another. */
export const CHALLENGE_PURPOSES = ['sign-in', 'second-factor', 'phone-change', 'revocation', 'ukey-unlock'] as const;
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number];

/** Scheme, host and port as browsers write them in `Origin` (RFC 6454, 6.2): lower case, no default port, nothing after it. */
export const originSchema = v.pipe(
  v.string(),
  v.maxLength(255),
  v.regex(/^(?:https:\/\/[a-z0-9.-]+|http:\/\/(?:localhost|127\.0\.0\.1))(?::[1-9][0-9]{0,4})?$/, '网站地址格式不正确'),
  v.check((origin) => !/^(?:https:.*:443|http:.*:80)$/.test(origin), '网站地址格式不正确'),
);

/** What the holder of a key signs to prove that it is at hand. Made by the server, for one page of one session, once. */
export const challengeSchema = v.strictObject({
  purpose: v.picklist(CHALLENGE_PURPOSES),
  /** Origin of the page that asks: whoever signs compares it with the page that really asks. */
  origin: originSchema,
  /** 32 random bytes, base64url without padding; bound by the server to the session and good once. */
  nonce: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, '随机数格式不正确')),
  /** ISO 8601 in UTC with milliseconds, as `Date.toISOString` writes it; two minutes ahead. */
  expiresAt: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, '时间格式不正确')),
});
export type Challenge = v.InferOutput<typeof challengeSchema>;

const FIRST_LINE = 'certificate-acceptance challenge v1';

/**
 * The bytes that are signed: five lines of ASCII, each ended by a line feed, in this order and no other. The schema lets no line feed and
 * nothing but ASCII into a value, so that one challenge has one form and two challenges never the same. The first line keeps apart what is
 * signed here from everything else that the key may sign: certificates and requests begin with 0x30, TLS 1.3 with blanks, contracts with CMS.
 * @throws v.ValiError for anything but a challenge: page, agent and server must agree on what they sign
 */
export function challengeBytes(challenge: Challenge): Uint8Array {
  const { purpose, origin, nonce, expiresAt } = v.parse(challengeSchema, challenge);
  const lines = [FIRST_LINE, `purpose: ${purpose}`, `origin: ${origin}`, `nonce: ${nonce}`, `expires-at: ${expiresAt}`];
  // No TextEncoder: WeChat has none; and ASCII needs none.
  return Uint8Array.from(lines.map((line) => `${line}\n`).join(''), (character) => character.charCodeAt(0));
}
