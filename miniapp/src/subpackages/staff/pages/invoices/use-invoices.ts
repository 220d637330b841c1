import { chinaDate, endpoints, type InvoiceState } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { download } from '../../../../api/download';
import { ask, say } from '../../../../features/ask';
import { newClientToken } from '../../../../features/client-token';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { saveFile } from '../../../../platform/save-file';
import { useSearch } from '../../desk/use-search';
import { forgetFile } from '../../platform/forget-file';
import { readPages } from '../../queue/queue-pages';
import { usePages } from '../../queue/use-pages';
import { STAFF_INVOICE_TEXT as TEXT } from '../../texts-invoices';

const { invoiceDesk } = endpoints;
const REFRESH_MS = 30_000;

/** Invoices of one state, as many pages as were asked for; or what was searched for. */
export function useInvoices() {
  const [state, chooseState] = useState<InvoiceState>('wanted');
  const { look, ...field } = useSearch();
  const { search } = field;
  const readPage = async (cursor: string | null) => {
    const query = { ...(search ? { search } : { state }), ...(cursor && { cursor }) };
    const page = await call(invoiceDesk.listInvoices, { query });
    return { ...page, items: page.items.map((item) => ({ ...item, id: item.orderId })) };
  };
  const { list, more } = usePages((pages) => readPages(readPage, pages), `${state}|${search}`);
  const counts = useLoad(
    async () => (await call(invoiceDesk.listInvoices, { query: { limit: '1' } })).counts,
    'counts',
  );
  const reload = async (): Promise<void> => {
    await Promise.all([list.reload(), counts.reload()]);
  };
  usePolling(true, REFRESH_MS, reload);
  const exporting = useAction(async () => {
    if (await ask({ title: TEXT.exportTitle, text: TEXT.exportText, confirm: TEXT.exportYes })) {
      const { batchId } = await call(invoiceDesk.startBatch, { body: { batchId: newClientToken() } });
      const path = await download(invoiceDesk.readBatch, { params: { batchId } });
      await saveFile(path, TEXT.exportName(chinaDate(new Date())));
      forgetFile(path);
      say(TEXT.exported);
      await reload();
    }
  });
  return {
    state,
    setState: (next: InvoiceState) => {
      look('');
      chooseState(next);
    },
    field,
    search,
    showAll: () => look(''),
    list,
    counts: counts.data,
    reload,
    more,
    exporting,
  };
}
export type InvoicesPage = ReturnType<typeof useInvoices>;
