import { navigateTo } from './navigation';

/** A page of ours with the vendor's in it; it gets the address from the server, so that none lies in a page's parameters. */
export const openFacePage = (_url: string, orderId: string | undefined): Promise<void> =>
  navigateTo('applyFace', orderId ? { orderId } : {});
