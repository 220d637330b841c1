import { createHash } from 'node:crypto';
import { type ContractTrust, trustOf, verificationLimits } from '../../contract-pdf/verify';
import type { ContractSigner } from '../../ports/contract-signer';
import type { ContractFileVerification, ContractVerifier } from '../../ports/contract-verifier';
import { PortError } from '../../ports/port-error';
import type { TurnsLoad } from '../../threads/turns';
import { WorkerPoolError } from '../../threads/worker-pool';
import { createVerifyingPool, type VerifyingPoolOptions } from './verifying-pool';

export interface ContractVerifierOptions {
  /** Whose contracts are ours: today's key, and those before it since the process started. */
  readonly signer: Pick<ContractSigner, 'chains' | 'knownChains'>;
  /** Certificates that signed before, and their issuers; empty: none. */
  readonly pastCertificatesPem: string;
  /** Empty: no time stamp is believed. */
  readonly timestampAnchorsPem: string;
  readonly pool?: VerifyingPoolOptions;
}

/** What nobody had the time or the room to judge is not genuine. */
const notJudged = (pdf: Uint8Array, doubt: 'too_complex' | 'too_large'): ContractFileVerification => ({
  verdict: 'foreign',
  doubts: [doubt],
  signerName: '',
  contractNumber: null,
  signedAt: null,
  timestamp: null,
  revocation: 'unknown',
  revisions: [],
  sha256: createHash('sha256').update(pdf).digest('hex'),
});

const isHeapFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * The verifier of contracts, one file at a time in a thread of its own.
 * @throws Error when a certificate of the options cannot be read
 */
export function createContractVerifier({
  signer,
  pastCertificatesPem,
  timestampAnchorsPem,
  pool: poolOptions,
}: ContractVerifierOptions): ContractVerifier & { load(): TurnsLoad; close(): Promise<void> } {
  const readTrust = (chains: readonly string[]) => ({
    chains,
    trust: trustOf([...chains, pastCertificatesPem], timestampAnchorsPem),
  });
  let known: { readonly chains: readonly string[]; readonly trust: ContractTrust } = readTrust(signer.knownChains());
  async function trustNow(): Promise<ContractTrust> {
    const chains = await signer.chains();
    known = known.chains === chains ? known : readTrust(chains);
    return known.trust;
  }
  const pool = createVerifyingPool(poolOptions);
  return {
    async verify(pdf) {
      if (pdf.length > verificationLimits.pdfBytes) return notJudged(pdf, 'too_large');
      try {
        return await pool.verify(pdf, await trustNow());
      } catch (error) {
        const isTimedOut = error instanceof WorkerPoolError && error.failure === 'timed-out';
        if (isTimedOut || isHeapFull(error)) return notJudged(pdf, 'too_complex');
        if (!(error instanceof WorkerPoolError)) throw error;
        throw new PortError('contract-verifier', 'unavailable', error.failure, { cause: error });
      }
    },
    load: pool.load,
    close: () => pool.close(),
  };
}
