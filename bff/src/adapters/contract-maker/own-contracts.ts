import { join } from 'node:path';
import {
  ContractPdfError,
  type ContractTemplate,
  type DrawingInput,
  type DrawnContract,
  type InkMask,
  type ValidationData,
} from '../../contract-pdf';
import type { ContractTrust, ContractVerification } from '../../contract-pdf/verify';
import { PortError } from '../../ports/port-error';
import { createWorkerPool, type StartThreads, WorkerPoolError } from '../../threads/worker-pool';
import type { OwnContractResult, OwnContractTask, OwnContractWork } from './own-contract-worker';

/**
 * Longer than the job that waits: the first contract lays out its text, a second of computing that a busy machine may take a minute
 * for. A thread that were ended then would begin again with each try; left alone, it is ready for the next one.
 */
const LIMIT_MS = 180_000;
const MOST_HEAP_MB = 512;

export interface JudgedContract {
  readonly verification: ContractVerification;
  /** DER, the signing certificate first, then its issuers; of what is genuine and has a stamp that is believed. */
  readonly signerChain: readonly Buffer[];
  readonly timestampPaths: readonly (readonly Buffer[])[];
}

/**
 * What costs milliseconds of computing each time that a contract of ours is sealed or made lasting, away from the event loop and from
 * the threads that judge what strangers bring.
 * Each @throws PortError `unavailable` when it was not done: nothing is known of the contract then
 */
export interface OwnContracts {
  /** All of a contract but its signature: no key is needed. @throws ContractPdfError */
  draw(template: ContractTemplate, stampable: boolean, input: DrawingInput): Promise<DrawnContract>;
  /** `verifyContractPdf` */
  judge(pdf: Buffer, trust: ContractTrust, at?: Date): Promise<ContractVerification>;
  /** Judges, and reads whose certificates have to be asked about. */
  read(pdf: Buffer, trust: ContractTrust): Promise<JudgedContract>;
  /** Appends what shows that certificates were good, and judges what has become of it. */
  complete(
    pdf: Buffer,
    data: ValidationData,
    trust: ContractTrust,
  ): Promise<{ readonly pdf: Buffer; readonly verification: ContractVerification }>;
  close(): Promise<void>;
}

export interface OwnContractThreads {
  run(task: OwnContractTask, transfer?: readonly ArrayBuffer[]): Promise<OwnContractResult>;
  close(): Promise<void>;
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

/** To be sent without the memory around it, which may hold what is other people's. */
const alone = (bytes: Uint8Array): Buffer => bufferOf(new Uint8Array(bytes));
const maskAlone = (mask: InkMask): InkMask => ({ ...mask, deflatedAlpha: alone(mask.deflatedAlpha) });

export const openContractThread = (start?: StartThreads): OwnContractThreads =>
  createWorkerPool<OwnContractTask, OwnContractResult>({
    workerFile: join(__dirname, 'own-contract-worker.ts'),
    workers: 1,
    mostHeapMb: MOST_HEAP_MB,
    deadline: () => AbortSignal.timeout(LIMIT_MS),
    start,
  });

/** One thread: jobs wait for each other. */
export function createOwnContracts(threads: OwnContractThreads = openContractThread()): OwnContracts {
  async function run<Work extends keyof OwnContractWork>(
    work: Work,
    task: OwnContractWork[Work]['task'],
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<OwnContractWork[Work]['result']> {
    try {
      return await threads.run({ work, ...task } as OwnContractTask, transfer);
    } catch (error) {
      if (!(error instanceof WorkerPoolError)) throw error;
      throw new PortError('contract-maker', 'unavailable', `thread-${error.failure}`, { cause: error });
    }
  }

  function handedOver<Work extends 'judge' | 'read' | 'complete'>(
    work: Work,
    pdf: Buffer,
    rest: Omit<OwnContractWork[Work]['task'], 'pdf'>,
  ): Promise<OwnContractWork[Work]['result']> {
    const copy = alone(pdf);
    return run(work, { ...rest, pdf: copy } as OwnContractWork[Work]['task'], [copy.buffer as ArrayBuffer]);
  }

  return {
    async draw(template, stampable, { ink, nameInk, ...rest }) {
      const input = { ...rest, ink: maskAlone(ink), ...(nameInk && { nameInk: maskAlone(nameInk) }) };
      const drawn = await run('draw', { template, stampable, input });
      if ('refusal' in drawn) {
        const { code, message, characters } = drawn.refusal;
        throw new ContractPdfError(code, message, characters && [...characters]);
      }
      return { ...drawn, pdf: bufferOf(drawn.pdf), digest: bufferOf(drawn.digest) };
    },
    judge: (pdf, trust, at) => handedOver('judge', pdf, { trust, ...(at && { at }) }),
    async read(pdf, trust) {
      const { verification, signerChain, timestampPaths } = await handedOver('read', pdf, { trust });
      return {
        verification,
        signerChain: signerChain.map(bufferOf),
        timestampPaths: timestampPaths.map((path) => path.map(bufferOf)),
      };
    },
    async complete(pdf, found, trust) {
      const data = {
        certificates: found.certificates.map(alone),
        ocspResponses: found.ocspResponses.map(alone),
        crls: found.crls.map(alone),
      };
      const made = await handedOver('complete', pdf, { trust, data });
      return { ...made, pdf: bufferOf(made.pdf) };
    },
    close: () => threads.close(),
  };
}
