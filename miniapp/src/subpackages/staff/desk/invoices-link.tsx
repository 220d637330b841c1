import { endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { TextLink } from '../../../components/text-link';
import { useLoad } from '../../../features/use-load';
import { usePolling } from '../../../features/use-polling';
import { navigateTo } from '../../../platform/navigation';
import { STAFF_INVOICE_TEXT as TEXT } from '../texts-invoices';

const REFRESH_MS = 60_000;

/** 发票 with how many wait for finance. Without an answer: the bare link. */
export function InvoicesLink() {
  const { data, reload } = useLoad(
    () => call(endpoints.invoiceDesk.listInvoices, { query: { state: 'wanted', limit: '1' } }),
    'invoices',
  );
  usePolling(true, REFRESH_MS, reload);
  const waiting = data ? data.counts.wanted + data.counts['red-wanted'] : 0;
  return (
    <TextLink onTap={() => void navigateTo('staffInvoices')}>
      {waiting > 0 ? TEXT.linkCount(waiting) : TEXT.link}
    </TextLink>
  );
}
