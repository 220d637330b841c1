import { type ContractFileCheck, type ContractRecord, chinaDate } from '@acceptance/shared';
import { CHECK_TEXT, REVISION_LABELS } from './text';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;

/** 2026-11-23 10:00, in Beijing: with its year, for contracts are looked at years later. */
export function momentText(moment: string): string {
  const time = new Date(new Date(moment).getTime() + BEIJING_OFFSET_MS).toISOString().slice(11, 16);
  return `${chinaDate(moment)} ${time}`;
}

/** What our records say of a contract. */
export function recordFacts({ parties, ...record }: ContractRecord): Fact[] {
  const { facts: TEXT } = CHECK_TEXT;
  return [
    { label: TEXT.contractNumber, value: record.contractNumber },
    { label: TEXT.project, value: record.projectName },
    ...(parties?.unitNameMasked ? [{ label: TEXT.unit, value: parties.unitNameMasked }] : []),
    ...(parties ? [{ label: TEXT.person, value: parties.personNameMasked }] : []),
    { label: TEXT.signedAt, value: momentText(record.signedAt) },
    { label: TEXT.sealedAt, value: momentText(record.sealedAt) },
    { label: TEXT.authority, value: record.authorityName },
  ];
}

type Signature = NonNullable<ContractFileCheck['signature']>;

function timestampText({ timestamp }: Signature): string {
  const { facts: TEXT } = CHECK_TEXT;
  if (!timestamp) {
    return TEXT.none;
  }
  const time = momentText(timestamp.time);
  return timestamp.judged ? TEXT.timestampValue(time, timestamp.authority) : TEXT.notJudged(time);
}

/** What the signature in a genuine file says, where our records do not say it already. */
export function signatureFacts(signature: Signature, record: ContractRecord | null): Fact[] {
  const { facts: TEXT } = CHECK_TEXT;
  const { contractNumber, signerName, signedAt, revisions } = signature;
  const ofItself = [
    ...(contractNumber ? [{ label: TEXT.contractNumber, value: contractNumber }] : []),
    { label: TEXT.authority, value: signerName },
    ...(signedAt ? [{ label: TEXT.sealedAt, value: momentText(signedAt) }] : []),
  ];
  return [
    ...(record ? [] : ofItself),
    { label: TEXT.timestamp, value: timestampText(signature) },
    { label: TEXT.certificate, value: TEXT.revocation[signature.revocation] },
    ...(revisions.length > 0
      ? [{ label: TEXT.added, value: [...new Set(revisions)].map((one) => REVISION_LABELS[one]).join(TEXT.separator) }]
      : []),
  ];
}

/** Whether a file that was checked is the contract whose QR code was scanned; null where there is only one of the two. */
export function isScannedContract(scanned: ContractRecord | null, file: ContractFileCheck): boolean | null {
  return scanned && file.signature ? file.signature.contractNumber === scanned.contractNumber : null;
}

/** A fingerprint in groups, so that two can be compared by eye. */
export const inGroups = (sha256: string): string => sha256.match(/.{1,8}/g)?.join(' ') ?? sha256;
