import { AppError } from '@acceptance/shared';
import type { BinaryResult } from '../../http/request-context';
import { PortError } from '../../ports/port-error';
import { holderOfOrder } from '../certificates';
import type { OrderRecord } from '../orders';
import { type DrawSealDependencies, drawSeal } from './draw-seal';
import { previewCode } from './next-seal-code';
import { sealPurposeOf } from './seal-purpose';

export interface PreviewSealDependencies extends DrawSealDependencies {
  readonly sealRegion: string;
}

async function draw(needs: PreviewSealDependencies, order: OrderRecord, name: string, purpose: string) {
  const code = order.applicantType === 'unit' ? previewCode(needs.sealRegion) : null;
  try {
    return await drawSeal(needs, order, { name, purpose, code });
  } catch (error) {
    if (error instanceof PortError && error.failure === 'rejected') {
      throw new AppError('electronic_seals.not_drawable', { cause: error });
    }
    throw error;
  }
}

/**
 * What the seal of an order's certificate will look like: its name is the one that was agreed to, its number is not drawn yet.
 * @throws AppError electronic_seals.not_offered, also before there is a name or a signature; electronic_seals.not_drawable
 */
export async function previewSeal(needs: PreviewSealDependencies, order: OrderRecord): Promise<BinaryResult> {
  const purpose = sealPurposeOf(order.project.certificate, order.applicantType);
  const holder = holderOfOrder(needs.cipher, order);
  const name = order.applicantType === 'unit' ? holder?.unit?.name : holder?.person.name;
  const drawing = purpose !== null && name ? await draw(needs, order, name, purpose) : null;
  if (!drawing) {
    throw new AppError('electronic_seals.not_offered');
  }
  return { bytes: drawing.png, mediaType: 'image/png' };
}
