import { ContractPdfError, type ContractRenderer, createContractRenderer, type InkMask } from '../../contract-pdf';
import { readInkMask, writeInkMask } from '../../contract-pdf/ink-mask-bytes';
import type { ContractMaker, PreparedSignature } from '../../ports/contract-maker';
import { PortError } from '../../ports/port-error';
import type { TurnsLoad } from '../../threads/turns';
import { WorkerPoolError } from '../../threads/worker-pool';
import { checkCanvasSize } from './ink-canvas-size';
import { createInkPool, type InkPoolOptions } from './ink-pool';

type RendererOptions = Parameters<typeof createContractRenderer>[0];

export interface ContractMakerOptions extends RendererOptions {
  /** Threads, queue and time limit of decoding signatures. */
  readonly inkPool?: InkPoolOptions;
}

/** What the process knows of it besides the port. */
export interface ContractMakerInThreads extends ContractMaker {
  /** Signatures that are being decoded, and that wait for it. */
  load(): TurnsLoad;
}

function refusalFor(error: unknown): PreparedSignature {
  if (!(error instanceof ContractPdfError)) {
    throw error;
  }
  switch (error.code) {
    case 'ink_empty':
      return { verdict: 'empty' };
    case 'ink_too_small':
      return { verdict: 'too-small' };
    default:
      return { verdict: 'unreadable' };
  }
}

/** A contract that cannot be made of what was given, however often it is tried. */
function asRejected(error: unknown): unknown {
  return error instanceof ContractPdfError
    ? new PortError('contract-maker', 'rejected', error.code, { cause: error })
    : error;
}

/**
 * The port over our own contract-pdf; fonts, template and signature skeleton are prepared once, here. Threads start with
 * the first signature.
 */
export async function createContractMaker({
  inkPool,
  ...options
}: ContractMakerOptions): Promise<ContractMakerInThreads> {
  const renderer: ContractRenderer = await createContractRenderer(options);
  const pool = createInkPool(inkPool);
  const { id, version, title, keyPoints, articles, sha256 } = renderer.template;

  async function inkOf(png: Buffer): Promise<InkMask> {
    try {
      return await pool.prepare(png);
    } catch (error) {
      if (!(error instanceof WorkerPoolError)) {
        throw error;
      }
      throw new PortError('contract-maker', 'unavailable', `ink-${error.failure}`, { cause: error });
    }
  }

  async function prepareSignature(png: Buffer): Promise<PreparedSignature> {
    try {
      checkCanvasSize(png);
      return { verdict: 'ok', inkMask: writeInkMask(await inkOf(png)) };
    } catch (error) {
      return refusalFor(error);
    }
  }

  return {
    text: { templateId: id, version, sha256, title, keyPoints, articles },
    missingCharacters: (text) => renderer.missingGlyphs(text),
    prepareSignature,
    async make(contract) {
      const { contractNumber, projectName, signedAt, applicant } = contract;
      try {
        const ink = 'inkMask' in contract ? readInkMask(contract.inkMask) : await inkOf(contract.signaturePng);
        const made = await renderer.render({ contractNumber, projectName, signedAt, applicant, ink });
        return { pdf: made.pdf, sha256: made.sha256 };
      } catch (error) {
        throw asRejected(error);
      }
    },
    load: pool.load,
    close: () => pool.close(),
  };
}
