import * as v from 'valibot';
import { PIN_LENGTH } from './pin-rules';

/** Algorithms of keys that certificates are issued for; `sm2` only in tokens that say how they make it. */
export const TOKEN_KEY_ALGORITHMS = ['rsa-2048', 'rsa-3072', 'ecdsa-p256', 'sm2'] as const;
export const tokenKeyAlgorithmSchema = v.picklist(TOKEN_KEY_ALGORITHMS);
export type TokenKeyAlgorithm = v.InferOutput<typeof tokenKeyAlgorithmSchema>;

/** Serial number of a token, or `slot-<number>` of one that has none before it is initialised. */
export const tokenIdSchema = v.pipe(
  v.string(),
  v.regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,30}[\x21-\x7e])?$/, 'UKey 编号格式不正确'),
);

/** Printed on the token and written into it: at most 32 octets (PKCS#11 2.40, 3.2). Names no person: it can be read without a PIN. */
export const tokenLabelSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{3,31}$/, '标签只能用字母、数字和连字符'),
);

/** CKA_ID, lower-case hex. */
export const tokenKeyIdSchema = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2}){1,64}$/, '密钥编号格式不正确'));

/** What a key is for, such as the number of an application: asking again with it gives the same key. */
export const tokenKeyNameSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{3,63}$/, '密钥名称格式不正确'));

/** As it was typed; whether it is good enough is said by an error of its own. */
export const tokenPinSchema = v.pipe(v.string(), v.minLength(1, '请输入 PIN 码'), v.maxLength(64, 'PIN 码太长'));

export const base64Schema = v.pipe(v.string(), v.base64(), v.maxLength(24_000));

export const tokenViewSchema = v.object({
  id: tokenIdSchema,
  /** Empty for a token that gets one only when it is initialised. */
  serial: v.string(),
  label: v.string(),
  model: v.string(),
  manufacturer: v.string(),
  /** `free`: nothing in it; `initialised`: no PIN yet; `ready`; `locked`: the token itself refuses PINs. */
  state: v.picklist(['free', 'initialised', 'ready', 'locked']),
  algorithms: v.array(tokenKeyAlgorithmSchema),
});
export type TokenView = v.InferOutput<typeof tokenViewSchema>;

/** What is in a token for one key. DER, base64; the chain is the issuer's certificate first. */
export const tokenCertificateSchema = v.object({
  keyId: tokenKeyIdSchema,
  certificate: base64Schema,
  chain: v.array(base64Schema),
});
export type TokenCertificate = v.InferOutput<typeof tokenCertificateSchema>;

/**
 * Shown once. `pin` goes onto the letter to the holder, which travels apart from the token; `adminPin` (PKCS#11: SO PIN) into the
 * authority's safe, for unlocking and wiping.
 */
export const preparedTokenSchema = v.object({
  id: tokenIdSchema,
  serial: v.string(),
  label: tokenLabelSchema,
  pin: v.pipe(v.string(), v.minLength(PIN_LENGTH.min)),
  adminPin: v.string(),
});
export type PreparedToken = v.InferOutput<typeof preparedTokenSchema>;
