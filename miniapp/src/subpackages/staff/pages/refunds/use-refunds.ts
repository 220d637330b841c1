import { endpoints, type RefundStage } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { useSearch } from '../../desk/use-search';
import { readPages } from '../../queue/queue-pages';
import { usePages } from '../../queue/use-pages';

const REFRESH_MS = 30_000;

/** Refunds of one stage, as many pages as were asked for; or the one order that was searched for. */
export function useRefunds() {
  const [stage, chooseStage] = useState<RefundStage>('waiting');
  const { look, ...field } = useSearch();
  const { search } = field;
  const readPage = (cursor: string | null) =>
    call(endpoints.refundDesk.listRefunds, {
      query: { stage, ...(search && { orderNumber: search }), ...(cursor && { cursor }) },
    });
  const { list, more } = usePages((pages) => readPages(readPage, pages), `${stage}|${search}`);
  const counts = useLoad(
    async () => (await call(endpoints.refundDesk.listRefunds, { query: { limit: '1' } })).counts,
    'counts',
  );
  const reload = async (): Promise<void> => {
    await Promise.all([list.reload(), counts.reload()]);
  };
  // Applicants ask, colleagues decide, and the gateway ends what was begun.
  usePolling(true, REFRESH_MS, reload);
  return {
    stage,
    setStage: (next: RefundStage) => {
      look('');
      chooseStage(next);
    },
    field,
    search,
    showAll: () => look(''),
    list,
    counts: counts.data,
    reload,
    more,
  };
}
export type RefundsPage = ReturnType<typeof useRefunds>;
