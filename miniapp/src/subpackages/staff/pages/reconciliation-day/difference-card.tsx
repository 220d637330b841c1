import { type DifferenceView, formatFen, isFlowMoney } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Facts } from '../../../../components/facts';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { TextField } from '../../../../components/text-field';
import { TextLink } from '../../../../components/text-link';
import { navigateTo } from '../../../../platform/navigation';
import { formatChinaDateTime } from '../../../../text/china-date';
import { joinClauses } from '../../../../text/punctuation';
import {
  DIFFERENCE_KIND_LABELS,
  OUR_MONEY_STATE_LABELS,
  RECONCILED_MONEY_LABELS,
  STAFF_RECONCILIATION_TEXT as TEXT,
} from '../../texts-reconciliation';
import type { DayPage } from './use-day';

interface DifferenceProps {
  readonly difference: DifferenceView;
  readonly page: DayPage;
}

const sideWords = (fen: number | null, state: string | null): string =>
  joinClauses(...[fen === null ? TEXT.nothing : formatFen(fen), state].filter((word) => word !== null));

type Row = readonly [label: string, value: string | null];

/** Both sides; of a sum they are the two bills, and have no state. */
function sidesOf({ about, ourFen, ourState, theirFen, theirState }: Omit<DifferenceView, 'settlement'>): Row[] {
  const { facts } = TEXT;
  if (isFlowMoney(about)) {
    return [
      [facts.traded, sideWords(ourFen, null)],
      [facts.moved, sideWords(theirFen, null)],
    ];
  }
  return [
    [facts.ours, sideWords(ourFen, OUR_MONEY_STATE_LABELS[ourState])],
    // What we have no word for stays WeChat Pay's.
    [facts.theirs, sideWords(theirFen, theirState && (TEXT.words[theirState] ?? theirState))],
  ];
}

function rowsOf({ settlement, ...one }: DifferenceView) {
  const { facts } = TEXT;
  const rows: Row[] = [
    [facts.kind, RECONCILED_MONEY_LABELS[one.about]],
    [facts.order, one.orderNumber],
    [facts.outTradeNo, one.outTradeNo],
    [facts.outRefundNo, one.outRefundNo],
    ...sidesOf(one),
    [
      facts.settled,
      settlement && joinClauses(settlement.note, TEXT.by(settlement.by, formatChinaDateTime(settlement.at))),
    ],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** What became of it, typed. */
function NoteForm({ difference, page: { form, note, write } }: DifferenceProps) {
  return (
    <>
      <TextField
        label={TEXT.note}
        hint={TEXT.noteHint}
        maxLength={200}
        value={form.values.note}
        error={form.errorOf('note', note.problem)}
        onChange={(value) => form.change('note', value)}
        onLeave={() => form.leave('note')}
      />
      <ProblemNotice problem={note.problem} />
      <View className="staff-transfers__deeds">
        <PrimaryButton
          small
          pending={note.pending}
          pendingLabel={TEXT.saving}
          onTap={() => void note.run(difference.id)}
        >
          {TEXT.save}
        </PrimaryButton>
        <PrimaryButton small kind="plain" onTap={() => write(null)}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </>
  );
}

/** One difference: both sides, what to do about it, and what became of it. */
export function DifferenceCard({ difference, page }: DifferenceProps) {
  const { id, about, kind, orderId, settlement } = difference;
  return (
    <Card
      title={DIFFERENCE_KIND_LABELS[kind]}
      aside={<StatusTag tone={settlement ? 'neutral' : 'bad'}>{settlement ? TEXT.isSettled : TEXT.isOpen}</StatusTag>}
    >
      <Facts rows={rowsOf(difference)} />
      {!settlement && <Text className="staff-transfers__lead">{TEXT.advice[about][kind]}</Text>}
      <View className="staff-transfers__deeds">
        {orderId && <TextLink onTap={() => void navigateTo('staffRefund', { orderId })}>{TEXT.toOrder}</TextLink>}
        {!settlement && page.writing !== id && (
          <PrimaryButton small kind="secondary" onTap={() => page.write(id)}>
            {TEXT.write}
          </PrimaryButton>
        )}
      </View>
      {page.writing === id && !settlement && <NoteForm difference={difference} page={page} />}
    </Card>
  );
}
