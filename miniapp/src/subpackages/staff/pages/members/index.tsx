import type { AskedInvitation } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import { AddForm } from './add-form';
import { ChangeCard } from './change-card';
import './index.scss';
import { MemberCard } from './member-card';
import { useMembersPage } from './use-members-page';

const Invitation = ({ asked, onDone }: { readonly asked: AskedInvitation; readonly onDone: () => void }) => (
  <Card title={TEXT.invited(asked.staffChange.member.displayName)}>
    <Text className="staff-members__code" selectable userSelect>
      {asked.invitationCode}
    </Text>
    <Text className="staff-members__fact">{TEXT.invitedHint}</Text>
    <PrimaryButton kind="secondary" onTap={onDone}>
      {TEXT.done}
    </PrimaryButton>
  </Card>
);

export default function StaffMembersPage() {
  useStaffSession();
  const page = useMembersPage();
  const { list, invited, adding } = page;
  return (
    <DeskFrame route="staffMembers" load={list}>
      {invited && <Invitation asked={invited} onDone={page.dismissInvitation} />}
      {adding ? (
        <AddForm page={page} />
      ) : (
        <View className="staff-members__add">
          <PrimaryButton onTap={() => page.openAdding(true)}>{TEXT.add}</PrimaryButton>
        </View>
      )}
      <ProblemNotice problem={page.act.problem ?? page.cancelChange.problem} />
      {list.data?.changes.map((change) => (
        <ChangeCard key={change.id} change={change} page={page} />
      ))}
      {list.data?.items.map((member) => (
        <MemberCard key={member.id} member={member} page={page} />
      ))}
    </DeskFrame>
  );
}
