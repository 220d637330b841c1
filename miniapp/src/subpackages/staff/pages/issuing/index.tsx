import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { EmptyState } from '../../../../components/empty-state';
import { LoadingState } from '../../../../components/loading-state';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProblemState } from '../../../../components/problem-state';
import { Segments } from '../../../../components/segments';
import { navigateTo } from '../../../../platform/navigation';
import { ListEnd } from '../../desk/list-end';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { QueueRow } from '../../queue/queue-row';
import { STAFF_TEXT } from '../../text';
import { STAFF_ISSUING_TEXT as TEXT } from '../../texts-issuing';
import { STAFF_UNLOCK_TEXT } from '../../texts-ukey-unlock';
import './index.scss';
import { UnlockList } from './unlock-list';
import { useIssuingQueue } from './use-issuing-queue';

/** The list with its own loading, problem and end, so that the tabs stay where they are. */
function Orders({ view, load, more }: ReturnType<typeof useIssuingQueue>) {
  const { data, problem } = load;
  const reload = () => void load.reload();
  if (!data) {
    return problem ? (
      <ProblemState problem={problem} onRetry={reload} onSignIn={() => void navigateTo('staffSignIn')} />
    ) : (
      <LoadingState />
    );
  }
  if (data.items.length === 0 && !data.hasMore) {
    return (
      <EmptyState
        line={view === 'todo' ? TEXT.emptyTodo : TEXT.emptyIssued}
        action={{ label: STAFF_TEXT.refresh, onTap: reload }}
      />
    );
  }
  return (
    <>
      <ProblemNotice problem={problem} action={{ label: STAFF_TEXT.retry, onTap: reload }} />
      <View className="staff-issuing__list" aria-label={TEXT.queueLabel}>
        {data.items.map((item) => (
          <QueueRow
            key={item.id}
            item={item}
            selected={false}
            onOpen={() => void navigateTo('staffIssuingOrder', { orderId: item.id })}
          />
        ))}
        <ListEnd hasMore={data.hasMore} pending={more.pending} onMore={() => void more.run()} />
      </View>
    </>
  );
}

/** 制证: orders whose certificate goes into a UKey, and UKeys whose PIN is reset. */
export default function StaffIssuingPage() {
  useStaffSession();
  const wide = useWideScreen();
  const page = useIssuingQueue();
  const [isUnlocking, setUnlocking] = useState(false);
  return (
    <DeskFrame route="staffIssuing" refresh={page.load.reload} wide={wide}>
      <View className="staff-issuing">
        {!isUnlocking && <Text className="staff-issuing__lead">{TEXT.lead}</Text>}
        <Segments
          label={TEXT.stateLabel}
          segments={[
            { value: 'todo', label: TEXT.todo },
            { value: 'issued', label: TEXT.issued },
            { value: 'unlocks', label: STAFF_UNLOCK_TEXT.segment },
          ]}
          value={isUnlocking ? 'unlocks' : page.view}
          onChange={(chosen) => {
            setUnlocking(chosen === 'unlocks');
            if (chosen !== 'unlocks') {
              page.setView(chosen);
            }
          }}
        />
        {isUnlocking ? <UnlockList /> : <Orders {...page} />}
      </View>
    </DeskFrame>
  );
}
