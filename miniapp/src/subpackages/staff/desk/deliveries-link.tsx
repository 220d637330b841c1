import { endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { TextLink } from '../../../components/text-link';
import { useLoad } from '../../../features/use-load';
import { usePolling } from '../../../features/use-polling';
import { navigateTo } from '../../../platform/navigation';
import { STAFF_DELIVERY_TEXT as TEXT } from '../texts-deliveries';

const REFRESH_MS = 60_000;

/** 寄送 with how many lie here and are somebody's to send or to look into. Without an answer: the bare link. */
export function DeliveriesLink() {
  const { data, reload } = useLoad(
    () => call(endpoints.deliveryDesk.listDeliveries, { query: { stage: 'to-send', limit: '1' } }),
    'deliveries',
  );
  usePolling(true, REFRESH_MS, reload);
  const waiting = data ? data.counts['to-send'] + data.counts.troubled : 0;
  return (
    <TextLink onTap={() => void navigateTo('staffDeliveries')}>
      {waiting > 0 ? TEXT.linkCount(waiting) : TEXT.link}
    </TextLink>
  );
}
