import * as v from 'valibot';
import { deviceIdSchema } from './device';

/**
 * What stands for the page's origin in a challenge for the mini-program: WeChat sends no `Origin`, and this is the host of
 * the `Referer` that it writes itself. No browser has it, so that no page gets a UKey to sign for it.
 */
export const MINI_PROGRAM_ORIGIN = 'https://servicewechat.com';

/**
 * How a certificate's holder answers a challenge. The certificate itself is not sent: the BFF knows those that it has
 * issued by their key, and believes no other.
 */
export const certificateAnswerSchema = v.object({
  /** Of the challenge that was signed. */
  nonce: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, '随机数格式不正确')),
  /** The device that asked for the challenge. */
  deviceId: deviceIdSchema,
  /** Lower-case hexadecimal, of the key's SubjectPublicKeyInfo (RFC 5280, 4.1.2.7). */
  publicKeySha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '密钥编号格式不正确')),
  /**
   * Base64, over `challengeBytes`: sha256WithRSAEncryption; ecdsa-with-SHA256 or SM2 with SM3 and the id 1234567812345678,
   * the two numbers in DER. An RSA-4096 one has 684 characters.
   */
  signature: v.pipe(v.string(), v.nonEmpty('没有收到签名'), v.base64('签名格式不正确'), v.maxLength(1024, '签名太长')),
});
export type CertificateAnswer = v.InferOutput<typeof certificateAnswerSchema>;
