import { Text, View } from '@tarojs/components';
import { EmptyState } from '../../../../components/empty-state';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { STAFF_PHONE_CHANGE_TEXT as TEXT } from '../../texts-phone-changes';
import { ChangeCard } from './change-card';
import './index.scss';
import { usePhoneChanges } from './use-phone-changes';

export default function StaffPhoneChangesPage() {
  useStaffSession();
  const page = usePhoneChanges();
  const items = page.list.data?.items ?? [];
  return (
    <DeskFrame route="staffPhoneChanges" refresh={page.list.reload} load={page.list}>
      <View className="staff-phone-changes__lead">
        <Text>{TEXT.lead}</Text>
      </View>
      <ProblemNotice problem={page.approve.problem ?? page.refuse.problem} />
      {items.length === 0 && <EmptyState line={TEXT.empty} />}
      {items.map((change) => (
        <ChangeCard key={change.id} change={change} page={page} />
      ))}
    </DeskFrame>
  );
}
