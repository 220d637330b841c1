import { useState } from 'react';
import { FORM_TEXT } from '../../texts-form';
import { chooseInvoiceTitle } from './choose-invoice-title';
import type { InvoiceTitle } from './form-rules';

export interface TitleChoice {
  /** Why no list could be opened. */
  readonly complaint: string | null;
  readonly choose: () => Promise<void>;
}

/** Choosing an invoice title: where WeChat does not open the list, the page says that it can be typed. */
export function useInvoiceTitle(put: (title: InvoiceTitle) => void): TitleChoice {
  const [complaint, setComplaint] = useState<string | null>(null);
  return {
    complaint,
    async choose() {
      setComplaint(null);
      const chosen = await chooseInvoiceTitle();
      if (chosen === 'failed') {
        setComplaint(FORM_TEXT.noTitles);
      } else if (chosen !== 'cancelled') {
        put(chosen);
      }
    },
  };
}
