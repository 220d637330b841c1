import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import type { ShownState } from '../../../../features/certificate-state';
import { deedsAt } from '../../certificates/deeds-at';
import { STAFF_CERTIFICATE_TEXT as TEXT } from '../../texts-certificates';
import { RevokeForm, SuspendForm } from './deed-forms';
import type { CertificatePage } from './use-certificate';

interface DeedsProps {
  readonly page: CertificatePage;
  readonly state: ShownState;
}

interface Deed {
  readonly lead: string;
  readonly label: string;
  readonly pending?: boolean;
  readonly pendingLabel?: string;
  readonly dangerous?: boolean;
  readonly onTap: () => void;
}

const deedsOf = (page: CertificatePage): Readonly<Record<'suspend' | 'release' | 'revoke', Deed>> => ({
  suspend: { lead: TEXT.holdLead, label: TEXT.hold, onTap: () => page.open('suspend') },
  release: {
    lead: TEXT.releaseLead,
    label: TEXT.release,
    pending: page.release.pending,
    pendingLabel: TEXT.releasing,
    onTap: () => void page.release.run(),
  },
  revoke: { lead: TEXT.revokeLead, label: TEXT.revoke, dangerous: true, onTap: () => page.open('revoke') },
});

/** What each of them does stands above its button. */
export function Deeds({ page, state }: DeedsProps) {
  const offered = deedsAt(state);
  if (offered.length === 0) {
    return null;
  }
  if (page.deed === 'suspend') {
    return <SuspendForm page={page} />;
  }
  if (page.deed === 'revoke') {
    return <RevokeForm page={page} />;
  }
  const deeds = deedsOf(page);
  return (
    <Card>
      <ProblemNotice problem={page.release.problem ?? page.suspend.problem ?? page.revoke.problem} />
      {offered.map((name) => {
        const { lead, label, pending, pendingLabel, dangerous, onTap } = deeds[name];
        return (
          <View key={name} className="staff-certificate__deed">
            <Text className="staff-certificate__note">{lead}</Text>
            <PrimaryButton
              small
              kind={dangerous ? 'danger' : 'secondary'}
              pending={pending}
              pendingLabel={pendingLabel}
              onTap={onTap}
            >
              {label}
            </PrimaryButton>
          </View>
        );
      })}
    </Card>
  );
}
