import { ContractPdfError } from '../../contract-pdf';
import { ElectronicSealError, type SealRefusal } from '../../electronic-seal';
import { PkiError } from '../../pki';
import type { PortFailure } from '../../ports/port-error';
import type { SealDoubt } from '../../ports/seal-maker';

export const PORT = 'seal-maker';

/** A PortError on its way between threads, where classes are lost. */
export interface Refusal {
  readonly failure: PortFailure;
  readonly vendorCode: string;
}

/** What repeating cannot mend; null for what nobody foresaw. Messages stay in the thread, for they may quote a name. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof ElectronicSealError) {
    return { failure: error.code === 'maker_unfit' ? 'misconfigured' : 'rejected', vendorCode: error.code };
  }
  if (error instanceof ContractPdfError) {
    return { failure: 'rejected', vendorCode: error.code };
  }
  return error instanceof PkiError ? { failure: 'misconfigured', vendorCode: error.code } : null;
}

/** The library's refusals in the few ways that somebody who holds a seal can act upon. */
export const DOUBTS: Record<SealRefusal, SealDoubt> = {
  structure: 'unreadable',
  version: 'unreadable',
  maker_unreadable: 'unreadable',
  content: 'unreadable',
  picture: 'unreadable',
  holder_unreadable: 'unreadable',
  algorithm: 'altered',
  signature: 'altered',
  maker_untrusted: 'other_maker',
  maker_usage: 'other_maker',
  holder_mismatch: 'other_maker',
  holder_needed: 'other_maker',
  not_yet_valid: 'not_yet_valid',
  expired: 'expired',
  holder_expired: 'certificate_over',
};
