import { View } from '@tarojs/components';
import { TextLink } from '../../../components/text-link';
import { usePolling } from '../../../features/use-polling';
import { navigateTo } from '../../../platform/navigation';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../texts-accounts';
import { useWaitingChanges } from './waiting-changes';

const REFRESH_MS = 300_000;

/** How somebody who is no administrator hears that rights are about to change; nothing while none are. */
export function ChangesLink() {
  const { data, reload } = useWaitingChanges();
  usePolling(true, REFRESH_MS, reload);
  return data && data.length > 0 ? (
    <View>
      <TextLink onTap={() => void navigateTo('staffSecurity')}>{TEXT.changesLink(data.length)}</TextLink>
    </View>
  ) : null;
}
