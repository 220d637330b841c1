import { endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { TextLink } from '../../../components/text-link';
import { useLoad } from '../../../features/use-load';
import { usePolling } from '../../../features/use-polling';
import { navigateTo } from '../../../platform/navigation';
import { STAFF_RECONCILIATION_LINK as TEXT } from '../texts-reconciliation-link';

const REFRESH_MS = 60_000;

/** 对账 with how many days differ. Without an answer: the bare link. */
export function ReconciliationLink() {
  const { data, reload } = useLoad(
    () => call(endpoints.reconciliation.listDays, { query: { limit: '1' } }),
    'reconciliation',
  );
  usePolling(true, REFRESH_MS, reload);
  const differing = data?.counts.differs ?? 0;
  return (
    <TextLink onTap={() => void navigateTo('staffReconciliation')}>
      {differing > 0 ? TEXT.linkCount(differing) : TEXT.link}
    </TextLink>
  );
}
