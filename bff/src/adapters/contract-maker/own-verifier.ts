import type { ContractTrust, ContractVerification } from '../../contract-pdf/verify';
import { PortError } from '../../ports/port-error';
import { WorkerPoolError } from '../../threads/worker-pool';

/** `verifyContractPdf`, wherever it runs. */
export interface OwnVerifier {
  verify(pdf: Uint8Array, trust: ContractTrust, at?: Date): Promise<ContractVerification>;
  close(): Promise<void>;
}

/** @throws PortError `unavailable` when it was not judged: nothing is said of the contract then */
export async function verifyOwn(
  verifier: OwnVerifier,
  ...asked: Parameters<OwnVerifier['verify']>
): Promise<ContractVerification> {
  try {
    return await verifier.verify(...asked);
  } catch (error) {
    if (!(error instanceof WorkerPoolError)) throw error;
    throw new PortError('contract-maker', 'unavailable', `verifier-${error.failure}`, { cause: error });
  }
}
