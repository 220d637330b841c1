import { type FlowSums, formatFen, type MoneySum, type ReconciliationView } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Facts } from '../../../../components/facts';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { TextLink } from '../../../../components/text-link';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateBack } from '../../../../platform/navigation';
import { formatChinaDateTime } from '../../../../text/china-date';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { sumWords } from '../../reconciliation/sum-words';
import { RECONCILIATION_TONES } from '../../reconciliation/tones';
import { RECONCILIATION_STATE_LABELS, STAFF_RECONCILIATION_TEXT as TEXT } from '../../texts-reconciliation';
import '../../transfers/transfers.scss';
import { DifferenceCard } from './difference-card';
import { type DayPage, useDay } from './use-day';

interface PartProps {
  readonly page: DayPage;
  readonly view: ReconciliationView;
}

const wordsOf = (sum: MoneySum | undefined): string => (sum ? sumWords(sum) : TEXT.nothing);

const flowWords = (sums: FlowSums): string =>
  TEXT.flow(formatFen(sums['flow-payments']), formatFen(sums['flow-refunds']), formatFen(sums['flow-fees']));

/** How the day stands, in a sentence. */
function DayNotice({ view }: Pick<PartProps, 'view'>) {
  const { state, closedBy, openDifferences, differences, items, nextLookAt } = view;
  const unlisted = differences - items.length;
  switch (state) {
    case 'matched':
      return <Notice kind="success">{TEXT.matched}</Notice>;
    case 'waiting':
      return nextLookAt ? (
        <Notice>{TEXT.waiting(formatChinaDateTime(nextLookAt))}</Notice>
      ) : (
        <Notice kind="warning">{TEXT.stopped}</Notice>
      );
    case 'settled':
      return <Notice>{closedBy === null ? TEXT.settledAll : TEXT.closedBy(closedBy)}</Notice>;
    case 'differs':
      return (
        <>
          <Notice kind="warning">{TEXT.differs(openDifferences)}</Notice>
          {unlisted > 0 && <Notice kind="danger">{TEXT.more(unlisted)}</Notice>}
        </>
      );
  }
}

function Overview({ page: { again, fetching }, view }: PartProps) {
  const { facts } = TEXT;
  const { state, ours, theirs, comparedAt, billSha1, flow, isUnderWay } = view;
  const rows = [
    { label: facts.payments, value: TEXT.both(wordsOf(ours?.payments), wordsOf(theirs?.payments)) },
    { label: facts.refunds, value: TEXT.both(wordsOf(ours?.refunds), wordsOf(theirs?.refunds)) },
    ...(flow ? [{ label: facts.flow, value: flowWords(flow.moved) }] : []),
    ...(comparedAt ? [{ label: facts.comparedAt, value: formatChinaDateTime(comparedAt) }] : []),
    ...(billSha1 ? [{ label: facts.sha1, value: billSha1 }] : []),
    ...(flow?.sha1 ? [{ label: facts.flowSha1, value: flow.sha1 }] : []),
  ];
  return (
    <Card
      title={view.day}
      aside={<StatusTag tone={RECONCILIATION_TONES[state]}>{RECONCILIATION_STATE_LABELS[state]}</StatusTag>}
    >
      <Facts rows={rows} />
      <ProblemNotice problem={again.problem ?? fetching.problem} />
      <View className="staff-transfers__deeds">
        <PrimaryButton
          small
          kind="secondary"
          pending={again.pending || isUnderWay}
          pendingLabel={isUnderWay ? TEXT.underWay : TEXT.asking}
          onTap={() => void again.run()}
        >
          {TEXT.again}
        </PrimaryButton>
        <PrimaryButton
          small
          kind="plain"
          pending={fetching.pending}
          pendingLabel={TEXT.downloading}
          onTap={() => void fetching.run()}
        >
          {TEXT.download}
        </PrimaryButton>
      </View>
    </Card>
  );
}

function Bank({ view: { bank } }: Pick<PartProps, 'view'>) {
  const { facts } = TEXT;
  return (
    <Card title={TEXT.bankTitle}>
      <Facts
        rows={[
          { label: facts.bank, value: sumWords(bank.entries) },
          { label: facts.booked, value: sumWords(bank.booked) },
          { label: facts.openEntries, value: sumWords(bank.open) },
          { label: facts.settledEntries, value: sumWords(bank.settled) },
        ]}
      />
    </Card>
  );
}

/** One day: sums of both sides, what differs and what became of it, and the bank money. */
export default function StaffReconciliationDayPage() {
  useStaffSession();
  const wide = useWideScreen();
  const { day = '' } = useRouteParams('staffReconciliationDay');
  const page = useDay(day);
  const view = page.load.data;
  return (
    <DeskFrame route="staffReconciliationDay" load={page.load} wide={wide}>
      {view && (
        <View className="staff-transfers">
          <DayNotice view={view} />
          <Overview page={page} view={view} />
          {view.items.map((difference) => (
            <DifferenceCard key={difference.id} difference={difference} page={page} />
          ))}
          <Bank view={view} />
          <TextLink onTap={() => void navigateBack('staffReconciliation')}>{TEXT.toList}</TextLink>
        </View>
      )}
    </DeskFrame>
  );
}
