import type { ContractText } from '@acceptance/shared';
import {
  buildContractTemplate,
  type ContractAuthority,
  ContractPdfError,
  type ContractSealer,
  charactersWithoutGlyph,
  createContractSealer,
  hashOfDetails,
  type InkMask,
  inkAsPng,
  missingFontPackages,
  refuseUnprintable,
} from '../../contract-pdf';
import { canonicalJson } from '../../contract-pdf/contract-template';
import { readInkMask, writeInkMask } from '../../contract-pdf/ink-mask-bytes';
import type { ContractMaker, PreparedInk } from '../../ports/contract-maker';
import type { ContractSigner, SealingKey } from '../../ports/contract-signer';
import { PortError } from '../../ports/port-error';
import type { TurnsLoad } from '../../threads/turns';
import { WorkerPoolError } from '../../threads/worker-pool';
import { asRejected } from './as-rejected';
import { checkedText } from './checked-text';
import { contractInWords } from './contract-words';
import { checkCanvasSize } from './ink-canvas-size';
import { createInkPool, type InkPoolOptions } from './ink-pool';
import { createLastingMaker, type LastingServices, stampOnce } from './lasting-contracts';
import { createLetterMaker, createVoucherMaker } from './letter-maker';
import { nameInkOf } from './name-ink';
import { createOwnContracts, type OwnContracts } from './own-contracts';
import { signaturePartsOf } from './signature-parts';

export interface ContractMakerOptions {
  readonly authority: ContractAuthority;
  readonly signer: ContractSigner;
  /** PEM: certificates that signed before the process started, and their issuers; empty: none. */
  readonly pastCertificatesPem?: string;
  /** Who stamps times and says what became of certificates; absent: contracts have no stamp, and say so. */
  readonly lasting?: LastingServices;
  /** Draws and judges; absent: a thread of its own. */
  readonly contracts?: OwnContracts;
  /** Threads, queue and time limit of decoding signatures. */
  readonly inkPool?: InkPoolOptions;
}

/** What the process knows of it besides the port. */
export interface ContractMakerInThreads extends ContractMaker {
  /** Signatures that are being decoded, and that wait for it. */
  load(): TurnsLoad;
  /** Debian packages of fonts that are not installed: some rare characters are refused without them. */
  readonly missingFonts: readonly string[];
}

function refusalFor(error: unknown): PreparedInk {
  if (!(error instanceof ContractPdfError)) {
    throw error;
  }
  switch (error.code) {
    case 'ink_empty':
      return { verdict: 'empty' };
    case 'ink_too_small':
      return { verdict: 'too-small' };
    case 'ink_not_writing':
      return { verdict: 'not-writing' };
    default:
      return { verdict: 'unreadable' };
  }
}

/** The skeleton of signatures is made anew when the key is another one. */
function createSealers(): (key: SealingKey) => ContractSealer {
  let latest: { readonly key: SealingKey; readonly sealer: ContractSealer } | null = null;
  return (key) => {
    if (latest?.key !== key) {
      latest = { key, sealer: createContractSealer(key) };
    }
    return latest.sealer;
  };
}

/**
 * The port over our own contract-pdf. Threads start with the first signature, and with the first contract, whose text is laid out
 * there: what could be wrong with text or key shows here.
 */
export function createContractMaker({
  inkPool,
  authority,
  signer,
  pastCertificatesPem = '',
  lasting,
  contracts = createOwnContracts(),
}: ContractMakerOptions): ContractMakerInThreads {
  const template = buildContractTemplate(authority);
  refuseUnprintable(template);
  const sealerOf = createSealers();
  sealerOf(signer.knownKey());
  const pool = createInkPool(inkPool);
  const { id: templateId, ...rest } = template;
  const text: ContractText = { templateId, ...rest };

  async function inPool(work: Promise<InkMask>): Promise<InkMask> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof WorkerPoolError)) {
        throw error;
      }
      throw new PortError('contract-maker', 'unavailable', `ink-${error.failure}`, { cause: error });
    }
  }

  const inkOf = (png: Buffer): Promise<InkMask> => inPool(pool.prepare(png));

  async function prepareSignature(png: Buffer): Promise<PreparedInk> {
    try {
      checkCanvasSize(png);
      return { verdict: 'ok', inkMask: writeInkMask(await inkOf(png)) };
    } catch (error) {
      return refusalFor(error);
    }
  }

  return {
    text,
    detailsSha256: hashOfDetails,
    canonicalDetails: canonicalJson,
    canonicalText: ({ templateId, sha256: _hash, ...hashed }) => canonicalJson({ id: templateId, ...hashed }),
    inWords({ authority }, details) {
      const { keyPoint, groups, specialTerms } = contractInWords(authority, details);
      return { keyPoint, groups, specialTerms };
    },
    missingCharacters: (text) => [...charactersWithoutGlyph(text)],
    prepareSignature,
    async prepareName(picture) {
      try {
        return { verdict: 'ok', inkMask: writeInkMask(await inPool(pool.prepareName(picture))) };
      } catch (error) {
        return refusalFor(error);
      }
    },
    showName(nameInk) {
      const mask = readInkMask(nameInk);
      return { png: inkAsPng(mask), width: mask.width, height: mask.height };
    },
    async make(contract) {
      const { contractNumber, details, detailsSha256, signedAt, sealedAt } = contract;
      if (hashOfDetails(details) !== detailsSha256) {
        throw new PortError('contract-maker', 'rejected', 'details-altered');
      }
      try {
        const ink = 'inkMask' in contract ? readInkMask(contract.inkMask) : await inkOf(contract.signaturePng);
        const key = await signer.keyAt(sealedAt);
        const text = checkedText(contract.text, authority.name);
        const nameInk = nameInkOf(contract.nameInk, details.person);
        const words = contractInWords(text.authority, details);
        const checkUrl = contract.checkUrl ?? undefined;
        const input = { contractNumber, words, detailsSha256, signedAt, sealedAt, ink, nameInk, checkUrl };
        const stamping = stampOnce(contract.sample ? undefined : lasting);
        const drawn = await contracts.draw(text, lasting !== undefined, input);
        const sha256 = await sealerOf(key).seal(drawn, stamping.stamp);
        return { pdf: drawn.pdf, sha256, timestamp: stamping.given() };
      } catch (error) {
        throw asRejected(error);
      }
    },
    stamps: lasting !== undefined,
    makeLasting: createLastingMaker({ signer, pastCertificatesPem, contracts }, lasting),
    makeAuthorityLetter: createLetterMaker(authority),
    makePickUpVoucher: createVoucherMaker(authority),
    problemsOf: async (pdf, sealedAt) =>
      (await contracts.judge(pdf, { anchors: signer.knownChains() }, sealedAt)).doubts,
    signaturePartsOf: (pdf) =>
      signaturePartsOf(pdf, [...signer.knownChains(), pastCertificatesPem].join('\n'), lasting?.timestampAnchorsPem),
    load: pool.load,
    missingFonts: missingFontPackages(),
    async close() {
      await Promise.all([pool.close(), contracts.close()]);
    },
  };
}
