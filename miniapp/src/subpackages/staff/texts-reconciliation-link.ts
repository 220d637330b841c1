import { localized } from '../../text/localized';

/** Of the link alone, which phones have, too: the pages behind it are a PC's. */
export const STAFF_RECONCILIATION_LINK = localized({
  zh: { link: '对账', linkCount: (days: number) => `对账 ${days}` },
  en: { link: 'Reconciliation', linkCount: (days: number) => `Reconciliation ${days}` },
});
