import type { OrderSummary, OrderView } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import type { Person } from '../person';
import { viewCardReadings } from './card-reading/view-card-readings';
import { presentOrder, presentSummary } from './order.presenter';
import { readFormDraft } from './read-form-draft';
import { viewOwnRefund } from './refund/view-own-refund';
import { presentReview } from './review-rounds';
import type { ListedOrder, ShownOrder } from './shown-order';

/**
 * Views of an order for the signed-in applicant who owns it. `verified` is compared with photos of the card while the
 * contract names nobody.
 */
export const viewOwnOrder = (
  cipher: FieldCipher,
  order: ShownOrder,
  identityVerified: boolean,
  verified: Person | null = null,
): OrderView =>
  presentOrder(
    order,
    { draft: readFormDraft(cipher, order), identityVerified, actor: 'applicant' },
    {
      idCardReading: viewCardReadings(cipher, order, verified),
      refund: viewOwnRefund(cipher, order),
      ...presentReview(cipher, order),
    },
  );

export const summariseOwnOrder = (cipher: FieldCipher, order: ListedOrder, identityVerified: boolean): OrderSummary =>
  presentSummary(order, { draft: readFormDraft(cipher, order), identityVerified, actor: 'applicant' });
