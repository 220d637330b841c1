import { type EntryState, type EntryView, endpoints, type TransferSummary } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { type ListPage, readPages } from '../../queue/queue-pages';
import { usePages } from '../../queue/use-pages';

const REFRESH_MS = 30_000;
const MOST_AT_ONCE = '50';
/** What is looked at: slips, or money in one state. */
export const TRANSFER_VIEWS = ['slips', 'open', 'used', 'returned'] as const;
export type TransferView = (typeof TRANSFER_VIEWS)[number];

export type TransferRow =
  | { readonly id: string; readonly slip: TransferSummary }
  | { readonly id: string; readonly entry: EntryView };

async function readSlips(cursor: string | null): Promise<ListPage<TransferRow>> {
  const query = { limit: MOST_AT_ONCE, ...(cursor && { cursor }) };
  const page = await call(endpoints.transferDesk.listTransfers, { query });
  return { ...page, items: page.items.map((slip) => ({ id: slip.orderId, slip })) };
}

async function readEntries(state: EntryState, cursor: string | null): Promise<ListPage<TransferRow>> {
  const query = { state, limit: MOST_AT_ONCE, ...(cursor && { cursor }) };
  const page = await call(endpoints.transferDesk.listEntries, { query });
  return { ...page, items: page.items.map((entry) => ({ id: entry.id, entry })) };
}

/** Slips that wait, and money by what became of it; read again every half minute. */
export function useTransfers() {
  const [view, choose] = useState<TransferView>('slips');
  const { list, more } = usePages(
    (pages) => readPages((cursor) => (view === 'slips' ? readSlips(cursor) : readEntries(view, cursor)), pages),
    view,
  );
  const counts = useLoad(() => call(endpoints.transferDesk.listTransfers, { query: { limit: '1' } }), 'counts');
  const reload = async (): Promise<void> => {
    await Promise.all([list.reload(), counts.reload()]);
  };
  usePolling(true, REFRESH_MS, reload);
  return {
    view,
    setView: choose,
    list,
    counts: counts.data,
    recount: counts.reload,
    reload,
    more,
  };
}
