import * as v from 'valibot';
import { sha256Schema, timestampSchema } from './identifiers';

/** 真实 / 签署后被改动 / 不是本机构签署的. */
export const CONTRACT_VERDICTS = ['genuine', 'changed', 'foreign'] as const;
export type ContractVerdict = (typeof CONTRACT_VERDICTS)[number];

/** Why a file is not genuine; the sentences are in `text/contract-doubts`. */
export const CONTRACT_DOUBTS = [
  'too_large',
  'too_complex',
  'not_pdf',
  'unreadable',
  'no_signature',
  'not_a_contract',
  'byte_range',
  'signature_unreadable',
  'signature_kind',
  'content_changed',
  'signature_wrong',
  'untrusted',
  'not_valid_then',
  'usage',
  'revoked',
  'appended',
  'overridden',
  'evidence_unreadable',
  'timestamp_wrong',
  'timestamp_untrusted',
] as const;
export type ContractDoubt = (typeof CONTRACT_DOUBTS)[number];

/** What may have been added to a contract after its signature. */
export const ACCEPTED_REVISIONS = ['revocation_data', 'document_timestamp'] as const;
export type AcceptedRevision = (typeof ACCEPTED_REVISIONS)[number];

export const REVOCATION_STATES = ['good', 'revoked', 'unknown'] as const;

/** Contracts have a quarter of a megabyte. */
export const CONTRACT_FILE_LIMIT = 8 * 1024 * 1024;

/** HT- and the number of the order; what was signed anew has a number of its own behind. */
export const contractNumberSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^HT-[A-Z]{2,6}-[0-9]{6}-[0-9]{4,8}(-[0-9]{1,3})?$/, '合同编号的格式不正确'),
);

/** Digits and capitals without those that are taken for each other: 0 and O, 1 and I. */
export const CHECK_CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const CHECK_CODE_LENGTH = 12;
export const contractCheckCodeSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^[2-9A-HJ-NP-Z]{12}$/, '验真码是 12 位数字和字母'),
);

/** What our records say about a contract, to whoever holds it: names are masked. */
export const contractRecordSchema = v.object({
  contractNumber: v.string(),
  /** Who sealed it. */
  authorityName: v.string(),
  projectName: v.string(),
  /** Null where what it said of them is gone with the account. */
  parties: v.nullable(v.object({ unitNameMasked: v.nullable(v.string()), personNameMasked: v.string() })),
  signedAt: timestampSchema,
  sealedAt: timestampSchema,
  /** Of the sealed file. */
  sha256: sha256Schema,
  /** It was given up and signed anew under another number. */
  replaced: v.boolean(),
});
export type ContractRecord = v.InferOutput<typeof contractRecordSchema>;

/** What a file is. Everything but the verdict, the doubts and its own digest is null unless it is genuine. */
export const contractFileCheckSchema = v.object({
  verdict: v.picklist(CONTRACT_VERDICTS),
  doubts: v.array(v.picklist(CONTRACT_DOUBTS)),
  sha256: sha256Schema,
  signature: v.nullable(
    v.object({
      contractNumber: v.nullable(v.string()),
      signerName: v.string(),
      /** As the signer says. */
      signedAt: v.nullable(timestampSchema),
      /** Not `judged`: this place knows no time stamping authority, and believes no time. */
      timestamp: v.nullable(v.object({ time: timestampSchema, authority: v.string(), judged: v.boolean() })),
      revocation: v.picklist(REVOCATION_STATES),
      revisions: v.array(v.picklist(ACCEPTED_REVISIONS)),
    }),
  ),
  /** Null also for a contract that our records do not have any more. */
  record: v.nullable(contractRecordSchema),
});
export type ContractFileCheck = v.InferOutput<typeof contractFileCheckSchema>;
