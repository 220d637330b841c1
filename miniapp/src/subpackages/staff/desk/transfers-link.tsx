import { endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { TextLink } from '../../../components/text-link';
import { useLoad } from '../../../features/use-load';
import { usePolling } from '../../../features/use-polling';
import { navigateTo } from '../../../platform/navigation';
import { STAFF_TRANSFER_TEXT as TEXT } from '../texts-transfers';

const REFRESH_MS = 60_000;

/** 到账核对 with how many slips wait and how much money belongs to nobody. Without an answer: the bare link. */
export function TransfersLink() {
  const { data, reload } = useLoad(
    () => call(endpoints.transferDesk.listTransfers, { query: { limit: '1' } }),
    'transfers',
  );
  usePolling(true, REFRESH_MS, reload);
  const waiting = data ? data.total + data.openEntries : 0;
  return (
    <TextLink onTap={() => void navigateTo('staffTransfers')}>
      {waiting > 0 ? TEXT.linkCount(waiting) : TEXT.link}
    </TextLink>
  );
}
