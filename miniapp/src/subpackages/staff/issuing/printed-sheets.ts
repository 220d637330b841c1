import type { CertificateView, PreparedToken } from '@acceptance/shared';
import { formatChinaDate } from '../../../text/china-date';
import type { PrintedSheet } from '../platform/printed-sheet';
import { STAFF_ISSUING_TEXT } from '../texts-issuing';

type Shown = Pick<CertificateView, 'orderNumber' | 'name' | 'projectName' | 'notAfter' | 'serialNumber'>;
type Letter = Pick<PreparedToken, 'serial' | 'pin' | 'adminPin'>;

const texts = () => STAFF_ISSUING_TEXT.sheet;

/** For the token itself: whoever finds it learns nothing that opens it. */
export function labelSheet({ orderNumber, name, projectName, notAfter, serialNumber }: Shown): PrintedSheet {
  const text = texts();
  return {
    title: text.label,
    rows: [
      { label: text.order, value: orderNumber },
      { label: text.name, value: name },
      { label: text.project, value: projectName },
      { label: text.validUntil, value: notAfter ? formatChinaDate(notAfter) : '' },
      { label: text.serialNumber, value: serialNumber ?? '' },
    ],
    notes: [],
  };
}

/** For the holder, apart from the token. */
export function letterSheet({ orderNumber, name }: Shown, { serial, pin }: Letter): PrintedSheet {
  const text = texts();
  return {
    title: text.letter,
    rows: [
      { label: text.order, value: orderNumber },
      { label: text.name, value: name },
      { label: text.token, value: serial },
      { label: text.pin, value: pin },
    ],
    notes: text.letterNotes,
  };
}

/** For the authority's safe; names nobody. */
export function safeSheet({ orderNumber }: Shown, { serial, adminPin }: Letter): PrintedSheet {
  const text = texts();
  return {
    title: text.safe,
    rows: [
      { label: text.order, value: orderNumber },
      { label: text.token, value: serial },
      { label: text.adminPin, value: adminPin },
    ],
    notes: text.safeNotes,
  };
}
