import { endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { TextLink } from '../../../components/text-link';
import { useLoad } from '../../../features/use-load';
import { usePolling } from '../../../features/use-polling';
import { navigateTo } from '../../../platform/navigation';
import { STAFF_REFUND_TEXT as TEXT } from '../texts-refunds';

const REFRESH_MS = 60_000;

/** 退款 with how many are to be decided. Without an answer: the bare link. */
export function RefundsLink() {
  const { data, reload } = useLoad(
    () => call(endpoints.refundDesk.listRefunds, { query: { stage: 'waiting', limit: '1' } }),
    'refunds',
  );
  usePolling(true, REFRESH_MS, reload);
  const waiting = data?.counts.waiting ?? 0;
  return (
    <TextLink onTap={() => void navigateTo('staffRefunds')}>
      {waiting > 0 ? TEXT.linkCount(waiting) : TEXT.link}
    </TextLink>
  );
}
