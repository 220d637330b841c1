import type { StaffChange } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { PrimaryButton } from '../../../../components/primary-button';
import { ChangeFacts } from '../../changes/change-facts';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import { ProofForm } from './proof-form';
import type { MembersPage } from './use-members-page';

function Deeds({ change, page }: { readonly change: StaffChange; readonly page: MembersPage }) {
  const name = change.member.displayName;
  return (
    <View className="staff-members__deeds">
      {change.canApprove && (
        <PrimaryButton
          small
          label={TEXT.of(TEXT.approve, name)}
          onTap={() => page.startProving({ deed: 'approve', id: change.id })}
        >
          {TEXT.approve}
        </PrimaryButton>
      )}
      {change.canCancel && (
        <PrimaryButton
          small
          kind="secondary"
          label={TEXT.of(TEXT.cancelChange, name)}
          pending={page.cancelChange.pending}
          onTap={() => void page.cancelChange.run(change)}
        >
          {TEXT.cancelChange}
        </PrimaryButton>
      )}
    </View>
  );
}

/** A change, with what an administrator can do about it. */
export const ChangeCard = ({ change, page }: { readonly change: StaffChange; readonly page: MembersPage }) => (
  <ChangeFacts change={change}>
    {page.proving?.id === change.id ? (
      <ProofForm page={page} text={TEXT.approveHint} verb={TEXT.approve} />
    ) : (
      <Deeds change={change} page={page} />
    )}
  </ChangeFacts>
);
