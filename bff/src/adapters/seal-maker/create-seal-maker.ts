import { join } from 'node:path';
import { PortError } from '../../ports/port-error';
import type { SealDrawing, SealMaker, SealVerdict, SignedSealData } from '../../ports/seal-maker';
import { createServiceThread, ServiceThreadError } from '../../threads/service-thread';
import { PORT } from './refusals';
import type { SealMakerMaterial, SealMethod, ThreadAnswer } from './seal-methods';

export interface SealMakerOptions {
  readonly material: SealMakerMaterial;
  /** Of one call, starting the thread and loading fonts included; absent: 15 s. */
  readonly deadline?: () => AbortSignal;
}

const LIMIT_MS = 15_000;
/** Three seconds of work: who comes later is better told to try again. */
const MAX_UNDER_WAY = 32;

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Memory of its own to hand over: a Buffer may be a window on memory that holds other people's bytes. */
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

/**
 * The port over our own electronic-seal. Drawing takes 70 ms, signing and checking 20: they have a thread, which starts with the
 * first call and has the key to itself.
 */
export function createSealMaker({ material, deadline }: SealMakerOptions): SealMaker {
  const thread = createServiceThread({
    workerFile: join(__dirname, 'seal-maker-thread.ts'),
    data: material,
    maxUnderWay: MAX_UNDER_WAY,
    deadline: deadline ?? (() => AbortSignal.timeout(LIMIT_MS)),
  });

  async function ask<Value>(method: SealMethod, input: unknown): Promise<Value> {
    let answer: ThreadAnswer;
    try {
      answer = (await thread.call(method, input)) as ThreadAnswer;
    } catch (error) {
      throw error instanceof ServiceThreadError
        ? new PortError(PORT, 'unavailable', `thread-${error.failure}`, { cause: error })
        : error;
    }
    if ('refusal' in answer) {
      throw new PortError(PORT, answer.refusal.failure, answer.refusal.vendorCode);
    }
    return answer.value as Value;
  }

  const drawn = async (drawing: Promise<SealDrawing>): Promise<SealDrawing> => {
    const { png, ...rest } = await drawing;
    return { ...rest, png: buffer(png) };
  };

  return {
    drawUnitSeal: (words) => drawn(ask('drawUnitSeal', words)),
    drawSignatureSeal: (inkMask) => drawn(ask('drawSignatureSeal', plain(inkMask))),
    async sign({ drawing, holderCertificateDer, ...rest }) {
      const { der, ...validity } = await ask<SignedSealData>('sign', {
        ...rest,
        drawing: { ...drawing, png: plain(drawing.png) },
        holderCertificateDer: plain(holderCertificateDer),
      });
      return { ...validity, der: buffer(der) };
    },
    verify: (der, at, holderCertificateDer) =>
      ask<SealVerdict>('verify', {
        der: plain(der),
        at,
        ...(holderCertificateDer && { holderCertificateDer: plain(holderCertificateDer) }),
      }),
    close: () => thread.close(),
  };
}
