import { goToPageInstead } from '../../order-flow/go-on';

/** Back to the page that shows the signature; opened in place of this one when it was reached by a link or a reload. */
export const leaveSignature = (orderId: string): Promise<void> => goToPageInstead('applySign', orderId);
