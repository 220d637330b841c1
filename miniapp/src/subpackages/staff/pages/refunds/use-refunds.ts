import { endpoints, type RefundStage } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { readPages } from '../../queue/queue-pages';

const REFRESH_MS = 30_000;

/** Refunds of one stage, as many pages as were asked for; or the one order that was searched for. */
export function useRefunds() {
  const [stage, chooseStage] = useState<RefundStage>('waiting');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const pages = useRef(1);
  const readPage = (cursor: string | null) =>
    call(endpoints.refundDesk.listRefunds, {
      query: { stage, ...(search && { orderNumber: search }), ...(cursor && { cursor }) },
    });
  const list = useLoad(() => readPages(readPage, pages.current), `${stage}|${search}`);
  const counts = useLoad(
    async () => (await call(endpoints.refundDesk.listRefunds, { query: { limit: '1' } })).counts,
    'counts',
  );
  const reload = async (): Promise<void> => {
    await Promise.all([list.reload(), counts.reload()]);
  };
  // Applicants ask, colleagues decide, and the gateway ends what was begun.
  usePolling(true, REFRESH_MS, reload);
  const more = useAction(async () => {
    pages.current += 1;
    await list.reload();
  });
  const look = (next: string) => {
    pages.current = 1;
    setTyped(next);
    setSearch(next.trim());
  };
  return {
    stage,
    setStage: (next: RefundStage) => {
      look('');
      chooseStage(next);
    },
    typed,
    setTyped,
    search,
    find: () => look(typed),
    showAll: () => look(''),
    list,
    counts: counts.data,
    reload,
    more,
  };
}
export type RefundsPage = ReturnType<typeof useRefunds>;
