import { RECONCILIATION_STATES, type ReconciliationState, type ReconciliationSummary } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { EmptyState } from '../../../../components/empty-state';
import { ListRow } from '../../../../components/list-row';
import { LoadingState } from '../../../../components/loading-state';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProblemState } from '../../../../components/problem-state';
import { StatusTag } from '../../../../components/status-tag';
import { navigateTo } from '../../../../platform/navigation';
import { joinClauses } from '../../../../text/punctuation';
import { FilterChips } from '../../desk/filter-chips';
import { ListEnd } from '../../desk/list-end';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { sumWords } from '../../reconciliation/sum-words';
import { RECONCILIATION_TONES } from '../../reconciliation/tones';
import { STAFF_TEXT } from '../../text';
import { RECONCILIATION_STATE_LABELS, STAFF_RECONCILIATION_TEXT as TEXT } from '../../texts-reconciliation';
import '../../transfers/transfers.scss';
import { type DaysPage, useDays } from './use-days';

function Day({ item }: { readonly item: ReconciliationSummary }) {
  const { day, state, theirs, openDifferences, isUnderWay } = item;
  const words = theirs
    ? [TEXT.received(sumWords(theirs.payments)), TEXT.returned(sumWords(theirs.refunds))]
    : [TEXT.noBill];
  return (
    <ListRow
      label={day}
      hint={joinClauses(
        ...words,
        ...(openDifferences > 0 ? [TEXT.open(openDifferences)] : []),
        ...(isUnderWay ? [TEXT.underWay] : []),
      )}
      value={<StatusTag tone={RECONCILIATION_TONES[state]}>{RECONCILIATION_STATE_LABELS[state]}</StatusTag>}
      onTap={() => void navigateTo('staffReconciliationDay', { day })}
    />
  );
}

/** The list with its own loading, problem and end, so that the states stay where they are. */
function DayList({ page: { list, more, reload } }: { readonly page: DaysPage }) {
  const { data, problem } = list;
  const again = () => void reload();
  if (!data) {
    return problem ? (
      <ProblemState problem={problem} onRetry={again} onSignIn={() => void navigateTo('staffSignIn')} />
    ) : (
      <LoadingState />
    );
  }
  if (data.items.length === 0) {
    return <EmptyState line={TEXT.empty} action={{ label: STAFF_TEXT.refresh, onTap: again }} />;
  }
  return (
    <>
      <ProblemNotice problem={problem} action={{ label: STAFF_TEXT.retry, onTap: again }} />
      <View className="staff-transfers__list" aria-label={TEXT.listLabel}>
        {data.items.map((item) => (
          <Day key={item.day} item={item} />
        ))}
        <ListEnd hasMore={data.nextCursor !== null} pending={more.pending} onMore={() => void more.run()} />
      </View>
    </>
  );
}

/** 对账: each day's money beside the bill of WeChat Pay. */
export default function StaffReconciliationPage() {
  useStaffSession();
  const wide = useWideScreen();
  const page = useDays();
  const { counts, state, setState } = page;
  const labelOf = (value: ReconciliationState): string =>
    counts ? TEXT.stateCount(RECONCILIATION_STATE_LABELS[value], counts[value]) : RECONCILIATION_STATE_LABELS[value];
  return (
    <DeskFrame route="staffReconciliation" wide={wide}>
      <View className="staff-transfers">
        <Text className="staff-transfers__lead">{TEXT.lead}</Text>
        <FilterChips<ReconciliationState | null>
          label={TEXT.stateLabel}
          chips={[
            { value: null, label: TEXT.all },
            ...RECONCILIATION_STATES.map((value) => ({ value, label: labelOf(value) })),
          ]}
          value={state}
          onChoose={setState}
        />
        <DayList page={page} />
      </View>
    </DeskFrame>
  );
}
