import * as v from 'valibot';
import { SUCCESSOR_KINDS } from '../order/order-kinds';
import { APPLICANT_TYPES } from './applicant-type';
import { sha256Schema, timestampSchema } from './identifiers';
import { IDENTITY_DOCUMENT_TYPES } from './identity-document';
import { moneyFenSchema } from './money-fen';
import { UNIT_ROLES } from './unit';

/**
 * What a contract says beside its text: the parties and what is agreed on. Consent names its SHA-256 beside the text's, and
 * exactly this is printed. Values are checked where they come from; here they only have a shape.
 */
export const contractDetailsSchema = v.object({
  applicantType: v.picklist(APPLICANT_TYPES),
  person: v.object({
    name: v.string(),
    documentType: v.picklist(IDENTITY_DOCUMENT_TYPES),
    idNumber: v.string(),
    phone: v.string(),
    /** Of the picture that is printed in place of the name; absent where the name itself is printed. */
    namePictureSha256: v.optional(sha256Schema),
  }),
  /** Null for a person's own certificate. */
  unit: v.nullable(
    v.object({
      name: v.string(),
      unifiedSocialCreditCode: v.string(),
      legalRepresentative: v.string(),
      role: v.picklist(UNIT_ROLES),
    }),
  ),
  email: v.string(),
  address: v.string(),
  projectName: v.string(),
  validityMonths: v.pipe(v.number(), v.safeInteger()),
  /** What the new certificate follows; absent for a first one. Its end decides how long the new one is valid. */
  follows: v.optional(v.object({ kind: v.picklist(SUCCESSOR_KINDS), notAfter: timestampSchema })),
  /** 0: free of charge. */
  feeFen: moneyFenSchema,
  specialTerms: v.array(v.string()),
});
export type ContractDetails = v.InferOutput<typeof contractDetailsSchema>;
