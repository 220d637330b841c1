// Not by the index: a thread needs nothing of keys and pictures.
import { type ContractDrawer, createContractDrawer, type DrawingInput } from '../../contract-pdf/contract-drawer';
import { ContractPdfError, type ContractPdfErrorCode } from '../../contract-pdf/contract-pdf-error';
import type { ContractTemplate, InkMask } from '../../contract-pdf/contract-types';
import { type ValidationData, withValidationData } from '../../contract-pdf/lasting/evidence-revision';
import {
  type ContractTrust,
  type ContractVerification,
  signerChainIn,
  timestampPathsIn,
  verifyContractPdf,
} from '../../contract-pdf/verify';

/** What is done with contracts of ours in their thread, by the name of the work. */
export interface OwnContractWork {
  draw: {
    readonly task: { readonly template: ContractTemplate; readonly stampable: boolean; readonly input: DrawingInput };
    readonly result: DrawnBytes | { readonly refusal: Refusal };
  };
  judge: {
    readonly task: { readonly pdf: Uint8Array; readonly trust: ContractTrust; readonly at?: Date };
    readonly result: ContractVerification;
  };
  read: {
    readonly task: { readonly pdf: Uint8Array; readonly trust: ContractTrust };
    readonly result: ReadBytes;
  };
  complete: {
    readonly task: { readonly pdf: Uint8Array; readonly trust: ContractTrust; readonly data: ValidationData };
    readonly result: { readonly pdf: Uint8Array; readonly verification: ContractVerification };
  };
}

export type OwnContractTask = {
  [Work in keyof OwnContractWork]: { readonly work: Work } & OwnContractWork[Work]['task'];
}[keyof OwnContractWork];
export type OwnContractResult = OwnContractWork[keyof OwnContractWork]['result'];

/** Errors and Buffers lose their classes on the way between threads: plain values only. */
interface DrawnBytes {
  readonly pdf: Uint8Array;
  readonly digest: Uint8Array;
  readonly contentsAt: number;
  readonly room: number;
  readonly pages: number;
}
interface Refusal {
  readonly code: ContractPdfErrorCode;
  readonly message: string;
  readonly characters?: readonly string[];
}
interface ReadBytes {
  readonly verification: ContractVerification;
  /** DER; both are empty for what is not genuine, or has no stamp that is believed. */
  readonly signerChain: readonly Uint8Array[];
  readonly timestampPaths: readonly (readonly Uint8Array[])[];
}

/** Texts that are kept ready: today's and those that some applicants have agreed to before the last changes. */
const MOST_READY = 4;
const ready = new Map<string, Promise<ContractDrawer>>();

function drawerOf(template: ContractTemplate, stampable: boolean): Promise<ContractDrawer> {
  const key = `${template.sha256} ${stampable}`;
  const known = ready.get(key);
  if (known) return known;
  const [oldest] = ready.keys();
  if (ready.size >= MOST_READY && oldest !== undefined) ready.delete(oldest);
  const made = createContractDrawer({ template, stampable });
  ready.set(key, made);
  made.catch(() => ready.get(key) === made && ready.delete(key));
  return made;
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
/** Of a window on more memory all of that memory would be sent. */
const alone = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);
const maskOf = (mask: InkMask): InkMask => ({ ...mask, deflatedAlpha: bufferOf(mask.deflatedAlpha) });

async function draw({ template, stampable, input }: OwnContractWork['draw']['task']) {
  const { ink, nameInk, ...rest } = input;
  try {
    const drawer = await drawerOf(template, stampable);
    // What was begun of a hash cannot leave its thread.
    const { begun: _begun, ...drawn } = await drawer.draw({
      ...rest,
      ink: maskOf(ink),
      ...(nameInk && { nameInk: maskOf(nameInk) }),
    });
    return drawn;
  } catch (error) {
    if (!(error instanceof ContractPdfError)) throw error;
    const { code, message, characters } = error;
    return { refusal: { code, message, ...(characters && { characters }) } };
  }
}

function read({ pdf, trust }: OwnContractWork['read']['task']): ReadBytes {
  const bytes = bufferOf(pdf);
  const verification = verifyContractPdf(bytes, trust);
  if (verification.verdict !== 'genuine' || !verification.timestamp?.judged) {
    return { verification, signerChain: [], timestampPaths: [] };
  }
  return {
    verification,
    signerChain: signerChainIn(bytes).map(alone),
    timestampPaths: timestampPathsIn(bytes, trust.timestampAnchors ?? []).map((path) => path.map(alone)),
  };
}

function complete({ pdf, trust, data }: OwnContractWork['complete']['task']) {
  const made = withValidationData(bufferOf(pdf), data);
  return { pdf: made, verification: verifyContractPdf(made, trust) };
}

/** The work of the thread in which contracts of ours are drawn, judged and completed. */
export default function ownContractWorker(task: OwnContractTask): OwnContractResult | Promise<OwnContractResult> {
  switch (task.work) {
    case 'draw':
      return draw(task);
    case 'judge':
      return verifyContractPdf(bufferOf(task.pdf), task.trust, task.at);
    case 'read':
      return read(task);
    case 'complete':
      return complete(task);
  }
}
