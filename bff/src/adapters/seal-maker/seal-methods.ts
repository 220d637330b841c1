import { readInkMask } from '../../contract-pdf/ink-mask-bytes';
import { makeSignatureSeal, makeUnitSeal, type SealMaker, signSeal, verifySeal } from '../../electronic-seal';
import { openSigningKeyPem, pemBlocksOf, readCertificate } from '../../pki';
import type { SealToSign, SealVerdict, SignedSealData, UnitSealWords } from '../../ports/seal-maker';
import { DOUBTS, type Refusal, refusalOf } from './refusals';

/** PEM: the maker's certificate first, its issuers up to the root after it; and its key. */
export interface SealMakerMaterial {
  readonly chainPem: string;
  readonly keyPem: string;
}

export type ThreadAnswer = { readonly value: unknown } | { readonly refusal: Refusal };

interface OpenedMaker extends SealMaker {
  readonly validity: { readonly from: Date; readonly to: Date };
  /** The last certificate of the chain vouches for makers. */
  readonly anchor: Uint8Array;
  readonly intermediates: readonly Uint8Array[];
}

function openMaker({ chainPem, keyPem }: SealMakerMaterial): OpenedMaker {
  const chain = pemBlocksOf(chainPem, 'CERTIFICATE').map((der) => readCertificate(der));
  const [own] = chain;
  const anchor = chain.at(-1);
  if (!own || !anchor) {
    throw new Error('the seal maker has no certificate');
  }
  return {
    key: openSigningKeyPem(keyPem),
    certificateDer: own.der,
    validity: { from: own.notBefore, to: own.notAfter },
    anchor: anchor.der,
    intermediates: chain.slice(1, -1).map(({ der }) => der),
  };
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);
const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** Bytes come out of a thread as a plain Uint8Array, and go in as one. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** From the making on, as long as the holder's and the maker's certificates both are: a seal never outlives what it stands on. */
async function sign(maker: OpenedMaker, order: SealToSign): Promise<SignedSealData> {
  const { sealId, kind, name, drawing, createdAt } = order;
  const holderDer = asBuffer(order.holderCertificateDer);
  const holder = readCertificate(holderDer);
  const begin = new Date(Math.floor(createdAt.getTime() / 1000) * 1000);
  const validFrom = [holder.notBefore, maker.validity.from].reduce(later, begin);
  const validTo = earlier(holder.notAfter, maker.validity.to);
  const der = await signSeal({
    picture: { ...drawing, png: asBuffer(drawing.png) },
    sealId,
    type: kind,
    name,
    holderCertificates: [holderDer],
    // Others must be able to read whose it is, see the library's README.
    bindBy: 'certificate',
    createdAt: begin,
    validity: { from: validFrom, to: validTo },
    maker,
  });
  return { der, validFrom, validTo };
}

interface SealToVerify {
  readonly der: Uint8Array;
  readonly at: Date;
  readonly holderCertificateDer?: Uint8Array;
}

function verify({ anchor, intermediates }: OpenedMaker, { der, at, holderCertificateDer }: SealToVerify): SealVerdict {
  const checked = verifySeal(asBuffer(der), {
    at,
    trustedMakers: [anchor],
    intermediates,
    ...(holderCertificateDer && { holderCertificate: asBuffer(holderCertificateDer) }),
  });
  if (!checked.genuine) {
    return { genuine: false, doubt: DOUBTS[checked.refusal] };
  }
  const { sealId, type: kind, name, validFrom, validTo } = checked.seal;
  return { genuine: true, sealId, kind, name, validFrom, validTo };
}

const answering =
  <Input>(work: (input: Input) => Promise<unknown> | unknown) =>
  async (input: Input): Promise<ThreadAnswer> => {
    try {
      return { value: await work(input) };
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) {
        throw error;
      }
      return { refusal };
    }
  };

/** The calls of the port, by name, each with one input. @throws Error, PkiError for material that cannot be opened */
export function sealMethods(material: SealMakerMaterial) {
  const maker = openMaker(material);
  return {
    drawUnitSeal: answering((words: UnitSealWords) => makeUnitSeal(words)),
    drawSignatureSeal: answering((ink: Uint8Array) => makeSignatureSeal(readInkMask(asBuffer(ink)))),
    sign: answering((order: SealToSign) => sign(maker, order)),
    verify: answering((question: SealToVerify) => verify(maker, question)),
  };
}
export type SealMethod = keyof ReturnType<typeof sealMethods>;
