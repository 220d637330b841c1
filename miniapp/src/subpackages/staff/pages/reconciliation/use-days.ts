import { endpoints, type ReconciliationState } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { readPages } from '../../queue/queue-pages';
import { usePages } from '../../queue/use-pages';

const { reconciliation } = endpoints;
const REFRESH_MS = 60_000;

/** Days, of one state or all, as many pages as were asked for. */
export function useDays() {
  const [state, setState] = useState<ReconciliationState | null>(null);
  const readPage = async (cursor: string | null) => {
    const query = { ...(state && { state }), ...(cursor && { cursor }) };
    const page = await call(reconciliation.listDays, { query });
    return { ...page, items: page.items.map((item) => ({ ...item, id: item.day })) };
  };
  const { list, more } = usePages((pages) => readPages(readPage, pages), state ?? 'all');
  const counts = useLoad(async () => (await call(reconciliation.listDays, { query: { limit: '1' } })).counts, 'counts');
  const reload = async (): Promise<void> => {
    await Promise.all([list.reload(), counts.reload()]);
  };
  usePolling(true, REFRESH_MS, reload);
  return { state, setState, list, more, counts: counts.data, reload };
}
export type DaysPage = ReturnType<typeof useDays>;
