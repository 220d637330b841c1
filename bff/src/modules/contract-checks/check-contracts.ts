import { AppError, type ContractFileCheck, type ContractRecord } from '@acceptance/shared';
import type { UploadedFile } from '../../http/request-context';
import type { ContractFileVerification, ContractVerifier } from '../../ports/contract-verifier';
import { PortError } from '../../ports/port-error';
import { isCheckCode } from './check-codes';
import { type ContractRecordDependencies, findContractRecord } from './contract-record';

export interface ContractCheckDependencies extends ContractRecordDependencies {
  readonly contractVerifier: ContractVerifier;
}

const BUSY_SECONDS = 10;

async function verified(contractVerifier: ContractVerifier, pdf: Uint8Array): Promise<ContractFileVerification> {
  try {
    return await contractVerifier.verify(pdf);
  } catch (error) {
    if (!(error instanceof PortError)) {
      throw error;
    }
    throw new AppError('server.busy', { details: { seconds: BUSY_SECONDS }, cause: error });
  }
}

/**
 * Judges a file and forgets it. What it says of itself, and what our records say of it, is told of a genuine one alone: a number
 * that was written into another file opens nothing.
 * @throws AppError files.missing, server.busy
 */
export async function checkContractFile(
  dependencies: ContractCheckDependencies,
  file: UploadedFile | null,
): Promise<ContractFileCheck> {
  if (!file || file.bytes.length === 0) {
    throw new AppError('files.missing');
  }
  const found = await verified(dependencies.contractVerifier, file.bytes);
  const { verdict, sha256, contractNumber, signerName, signedAt, timestamp, revocation } = found;
  const outcome = { verdict, doubts: [...found.doubts], sha256 };
  if (verdict !== 'genuine') {
    return { ...outcome, signature: null, record: null };
  }
  return {
    ...outcome,
    signature: {
      contractNumber,
      signerName,
      signedAt: signedAt?.toISOString() ?? null,
      timestamp: timestamp && { ...timestamp, time: timestamp.time.toISOString() },
      revocation,
      revisions: [...found.revisions],
    },
    record: contractNumber ? await findContractRecord(dependencies, contractNumber) : null,
  };
}

/**
 * What our records say of a contract, to whoever has the code that is printed on it.
 * @throws AppError contract_checks.not_found, alike for a wrong code and for a number that there is not
 */
export async function findContractByCode(
  dependencies: ContractRecordDependencies,
  { contractNumber, code }: { contractNumber: string; code: string },
): Promise<ContractRecord> {
  const isCode = isCheckCode(dependencies.cipher, contractNumber, code);
  const record = isCode ? await findContractRecord(dependencies, contractNumber) : null;
  if (!record) {
    throw new AppError('contract_checks.not_found');
  }
  return record;
}
