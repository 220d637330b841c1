import { endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { TextLink } from '../../../components/text-link';
import { useLoad } from '../../../features/use-load';
import { usePolling } from '../../../features/use-polling';
import { navigateTo } from '../../../platform/navigation';
import { STAFF_IDENTITY_TEXT as TEXT } from '../texts-identity-checks';

const REFRESH_MS = 60_000;

/** 实名核验 with how many wait. Without an answer: the bare link. */
export function IdentityChecksLink() {
  const { data, reload } = useLoad(() => call(endpoints.identityChecks.listChecks), 'identity-checks');
  usePolling(true, REFRESH_MS, reload);
  const waiting = data?.items.filter(({ state }) => state === 'open').length ?? 0;
  return (
    <TextLink onTap={() => void navigateTo('staffIdentityChecks')}>
      {waiting > 0 ? TEXT.linkCount(waiting) : TEXT.link}
    </TextLink>
  );
}
