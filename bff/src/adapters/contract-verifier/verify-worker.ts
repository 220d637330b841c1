// Not by the index: a thread needs neither fonts nor what makes contracts.
import { type ContractTrust, type ContractVerification, verifyContractPdf } from '../../contract-pdf/verify';

export interface FileToVerify {
  readonly pdf: Uint8Array;
  readonly trust: ContractTrust;
}

/** The work of one thread of the verifier. */
export default function verifyWorker({ pdf, trust }: FileToVerify): ContractVerification {
  return verifyContractPdf(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength), trust);
}
