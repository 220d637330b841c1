import * as v from 'valibot';
import { sha256Schema } from '../schemas/identifiers';
import type { UkeyAgentErrorCode } from './agent-errors';
import { challengeSchema } from './challenge';
import {
  base64Schema,
  preparedTokenSchema,
  tokenCertificateSchema,
  tokenIdSchema,
  tokenKeyAlgorithmSchema,
  tokenKeyIdSchema,
  tokenKeyNameSchema,
  tokenLabelSchema,
  tokenPinSchema,
  tokenViewSchema,
} from './token-schemas';

/** Port of the agent on 127.0.0.1, where nothing else was configured. */
export const UKEY_AGENT_PORT = 17_443;

/** One thing the agent does: `POST <path>` with JSON, answered with JSON. */
export interface UkeyAgentOperation<
  Q extends v.GenericSchema = v.GenericSchema,
  R extends v.GenericSchema = v.GenericSchema,
> {
  readonly path: `/v1/${string}`;
  /** False: answered before the page is paired. */
  readonly paired: boolean;
  readonly request: Q;
  readonly response: R;
  /** Besides those that every operation may answer (`ANSWERED_BY_ALL`). */
  readonly errors: readonly UkeyAgentErrorCode[];
}

/** Refusals of a call as such, and what may happen to any. */
export const ANSWERED_BY_ALL: readonly UkeyAgentErrorCode[] = [
  'ukey.host_refused',
  'ukey.origin_refused',
  'ukey.request_refused',
  'ukey.operation_unknown',
  'ukey.request_invalid',
  'ukey.pairing_required',
  'ukey.busy',
  'ukey.failed',
];

const define = <Q extends v.GenericSchema, R extends v.GenericSchema>(
  operation: UkeyAgentOperation<Q, R>,
): UkeyAgentOperation<Q, R> => operation;

const AT_TOKEN = ['ukey.token_not_found', 'ukey.token_removed'] as const;
const WITH_PIN = [
  ...AT_TOKEN,
  'ukey.token_not_prepared',
  'ukey.pin_wrong',
  'ukey.pin_last_try',
  'ukey.pin_locked',
] as const;
const WITH_ADMIN_PIN = [...AT_TOKEN, 'ukey.admin_pin_wrong', 'ukey.admin_pin_locked'] as const;
const NEW_PIN = ['ukey.pin_weak', 'ukey.pin_length'] as const;

const token = tokenIdSchema;
const pin = tokenPinSchema;
const nothing = v.strictObject({});

export const ukeyAgentOperations = {
  /** Lets the agent show a code in its window. Again while it is good: the same code, and no more tries than before. */
  beginPairing: define({
    path: '/v1/pairing/begin',
    paired: false,
    request: nothing,
    response: v.object({ seconds: v.number() }),
    errors: ['ukey.pairing_ended'],
  }),
  /** What the person at the PC read there, for a key that the page keeps and sends as `Authorization: Bearer …`. */
  completePairing: define({
    path: '/v1/pairing/complete',
    paired: false,
    request: v.strictObject({ code: v.pipe(v.string(), v.regex(/^\d{6}$/, '请输入 6 位数字')) }),
    response: v.object({ pairingKey: v.string() }),
    errors: ['ukey.pairing_wrong', 'ukey.pairing_ended'],
  }),
  listTokens: define({
    path: '/v1/tokens/list',
    paired: true,
    request: nothing,
    response: v.object({ tokens: v.array(tokenViewSchema) }),
    errors: [],
  }),
  /**
   * Initialises a token with random PINs of its own. Until `confirmPreparation` the same call with the same label goes on where it was
   * broken off and answers the same PINs. `adminPin`: the present one of a token that was initialised before; all in it is erased.
   */
  prepareToken: define({
    path: '/v1/tokens/prepare',
    paired: true,
    request: v.strictObject({ token, label: tokenLabelSchema, adminPin: v.optional(tokenPinSchema) }),
    response: preparedTokenSchema,
    errors: [
      ...WITH_ADMIN_PIN,
      'ukey.token_in_use',
      'ukey.label_taken',
      'ukey.label_mismatch',
      'ukey.preparations_waiting',
    ],
  }),
  /** The letter is printed and the administrator's PIN is in the safe: the agent forgets both. */
  confirmPreparation: define({
    path: '/v1/tokens/confirm-preparation',
    paired: true,
    request: v.strictObject({ label: tokenLabelSchema }),
    response: nothing,
    errors: [],
  }),
  /** Makes a key pair inside the token, or finds the one made under this name. The public key is a SubjectPublicKeyInfo. */
  makeKey: define({
    path: '/v1/keys/make',
    paired: true,
    request: v.strictObject({ token, pin, algorithm: tokenKeyAlgorithmSchema, name: tokenKeyNameSchema }),
    response: v.object({ keyId: tokenKeyIdSchema, algorithm: tokenKeyAlgorithmSchema, publicKey: base64Schema }),
    errors: [...WITH_PIN, 'ukey.unsupported', 'ukey.key_exists', 'ukey.key_unprotected', 'ukey.token_full'],
  }),
  /** PKCS#10 (RFC 2986) with the common name alone, signed in the token: the authority takes the key and nothing else. */
  makeCertificateRequest: define({
    path: '/v1/keys/make-certificate-request',
    paired: true,
    request: v.strictObject({
      token,
      pin,
      keyId: tokenKeyIdSchema,
      commonName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64)),
    }),
    response: v.object({ certificateRequest: base64Schema }),
    errors: [...WITH_PIN, 'ukey.key_not_found'],
  }),
  /** Writes certificate and chain, reads them back and lets the key sign. An older certificate of the key is replaced. */
  writeCertificate: define({
    path: '/v1/certificates/write',
    paired: true,
    request: v.strictObject({
      token,
      pin,
      keyId: tokenKeyIdSchema,
      certificate: base64Schema,
      /** The issuer's first. */
      chain: v.pipe(v.array(base64Schema), v.maxLength(5)),
    }),
    response: tokenCertificateSchema,
    errors: [
      ...WITH_PIN,
      'ukey.key_not_found',
      'ukey.certificate_unreadable',
      'ukey.certificate_of_other_key',
      'ukey.chain_broken',
      'ukey.token_full',
      'ukey.check_failed',
    ],
  }),
  /** Reads the certificate and lets the key sign a random message that the certificate must verify. */
  checkCertificate: define({
    path: '/v1/certificates/check',
    paired: true,
    request: v.strictObject({ token, pin, keyId: tokenKeyIdSchema }),
    response: tokenCertificateSchema,
    errors: [...WITH_PIN, 'ukey.key_not_found', 'ukey.certificate_missing', 'ukey.check_failed'],
  }),
  listCertificates: define({
    path: '/v1/certificates/list',
    paired: true,
    request: v.strictObject({ token }),
    response: v.object({ certificates: v.array(tokenCertificateSchema) }),
    errors: [...AT_TOKEN, 'ukey.token_not_prepared'],
  }),
  /** Signs `challengeBytes(challenge)`: sha256WithRSAEncryption, or ecdsa-with-SHA256 as DER. */
  signChallenge: define({
    path: '/v1/challenges/sign',
    paired: true,
    request: v.strictObject({ token, pin, keyId: tokenKeyIdSchema, challenge: challengeSchema }),
    response: v.object({ ...tokenCertificateSchema.entries, signature: base64Schema }),
    errors: [
      ...WITH_PIN,
      'ukey.key_not_found',
      'ukey.certificate_missing',
      'ukey.challenge_of_other_site',
      'ukey.challenge_expired',
    ],
  }),
  changePin: define({
    path: '/v1/pins/change',
    paired: true,
    request: v.strictObject({ token, pin, newPin: tokenPinSchema }),
    response: nothing,
    errors: [...WITH_PIN, ...NEW_PIN, 'ukey.pin_same'],
  }),
  /**
   * A new PIN by the administrator's, also for a locked token: random where none is given, and then answered. Keys and certificates stay.
   * `publicKeySha256`: of the key whose certificate must be in the token, which is answered as `keyId`; another token is left alone, its
   * administrator's PIN untried.
   */
  unblockPin: define({
    path: '/v1/pins/unblock',
    paired: true,
    request: v.strictObject({
      token,
      adminPin: tokenPinSchema,
      newPin: v.optional(tokenPinSchema),
      publicKeySha256: v.optional(sha256Schema),
    }),
    response: v.object({ pin: v.optional(v.string()), keyId: v.optional(tokenKeyIdSchema) }),
    errors: [
      ...WITH_ADMIN_PIN,
      ...NEW_PIN,
      'ukey.token_not_prepared',
      'ukey.certificate_missing',
      'ukey.certificate_of_other_key',
    ],
  }),
  /** Erases keys, certificates and PIN. The label must be the token's own: a person has read it off. */
  wipeToken: define({
    path: '/v1/tokens/wipe',
    paired: true,
    request: v.strictObject({ token, adminPin: tokenPinSchema, label: tokenLabelSchema }),
    response: nothing,
    errors: [...WITH_ADMIN_PIN, 'ukey.token_not_prepared', 'ukey.label_mismatch'],
  }),
} as const;

export type UkeyAgentOperations = typeof ukeyAgentOperations;
export type UkeyAgentOperationName = keyof UkeyAgentOperations;
export type UkeyAgentRequest<N extends UkeyAgentOperationName> = v.InferOutput<UkeyAgentOperations[N]['request']>;
export type UkeyAgentAnswer<N extends UkeyAgentOperationName> = v.InferOutput<UkeyAgentOperations[N]['response']>;
