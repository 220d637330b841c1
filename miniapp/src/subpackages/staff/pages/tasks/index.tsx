import { Text, View } from '@tarojs/components';
import { ProblemNotice } from '../../../../components/problem-notice';
import { Segments } from '../../../../components/segments';
import { FilterChips } from '../../desk/filter-chips';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { TASK_KIND_LABELS, STAFF_TASK_TEXT as TEXT } from '../../texts-tasks';
import './index.scss';
import { offeredKinds } from './offered-kinds';
import { TaskList } from './task-list';
import { useTasks } from './use-tasks';

function KindFilter({ kind, setKind, summary }: ReturnType<typeof useTasks>) {
  const kinds = offeredKinds(summary.data, kind);
  if (kinds.length < 2) {
    return null;
  }
  const all = { value: null, label: TEXT.kindCount(TEXT.all, summary.data?.open ?? 0) };
  const chips = kinds.map(({ kind: value, open }) => ({
    value,
    label: TEXT.kindCount(TASK_KIND_LABELS[value].label, open),
  }));
  return (
    <View className="staff-tasks__kinds">
      <FilterChips label={TEXT.kindLabel} chips={[all, ...chips]} value={kind} onChoose={setKind} />
    </View>
  );
}

/** What needs a person, the most urgent first. */
export default function StaffTasksPage() {
  useStaffSession();
  const wide = useWideScreen();
  const page = useTasks();
  return (
    <DeskFrame route="staffTasks" refresh={page.reload} load={page.summary} wide={wide}>
      <View className="staff-tasks">
        <Text className="staff-tasks__lead">{TEXT.lead}</Text>
        <Segments
          label={TEXT.stateLabel}
          segments={[
            { value: 'open', label: TEXT.open },
            { value: 'closed', label: TEXT.closed },
          ]}
          value={page.state}
          onChange={page.setState}
        />
        {page.state === 'open' && <KindFilter {...page} />}
        <ProblemNotice problem={page.otherProblem} />
        <TaskList page={page} />
      </View>
    </DeskFrame>
  );
}
