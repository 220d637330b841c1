/** Read by the page that the vendor leads back to (`bff/src/modules/face-checks/return-page.ts`), which is of this origin. */
const RETURN_PLACE = 'face-return';

/** Leaves for the vendor's page, in the same window: a new one would be blocked, and a camera belongs to one page. */
export const openFacePage = async (url: string, _orderId: string | undefined): Promise<void> => {
  sessionStorage.setItem(RETURN_PLACE, location.hash);
  location.assign(url);
};
