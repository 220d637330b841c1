import { type EntryDetail, formatFen } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { TextField } from '../../../../components/text-field';
import { TextLink } from '../../../../components/text-link';
import { useRouteParams } from '../../../../features/use-route-params';
import { ORDER_STATUS_LABELS } from '../../../../text/labels';
import { ProofFields } from '../../desk/proof-fields';
import { useStaffSession } from '../../desk/use-staff-session';
import { ENTRY_STATE_LABELS } from '../../labels';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_TRANSFER_TEXT as TEXT } from '../../texts-transfers';
import { EntryFacts } from '../../transfers/entry-facts';
import '../../transfers/transfers.scss';
import { type EntryPage, useEntry } from './use-entry';

interface PartProps {
  readonly page: EntryPage;
  readonly entry: EntryDetail;
}

/** The orders that are to be paid, found by what the payer may have meant. */
const Orders = ({ page, entry }: PartProps) => (
  <>
    <TextField
      label={TEXT.search}
      hint={TEXT.searchHint}
      maxLength={40}
      value={page.typed}
      onChange={page.setTyped}
      onConfirm={() => void page.add.run()}
      error={page.searchError}
      after={
        <PrimaryButton
          small
          kind="plain"
          pending={page.add.pending}
          pendingLabel={TEXT.searching}
          onTap={() => void page.add.run()}
        >
          {TEXT.addOrder}
        </PrimaryButton>
      }
    />
    <ProblemNotice problem={page.add.problem} />
    {page.orders.map(({ orderId, orderNumber, amountFen, status }) => (
      <View key={orderId} className="staff-transfers__choice">
        <ListRow label={orderNumber} hint={ORDER_STATUS_LABELS[status]} value={formatFen(amountFen)} />
        <TextLink label={`${TEXT.remove} ${orderNumber}`} onTap={() => page.remove(orderId)}>
          {TEXT.remove}
        </TextLink>
      </View>
    ))}
    {page.orders.length > 0 && (
      <Text className="staff-transfers__lead">{TEXT.sum(formatFen(page.dueFen), formatFen(entry.remainingFen))}</Text>
    )}
  </>
);

const Book = ({ page, entry }: PartProps) => (
  <Card title={TEXT.orders}>
    <Orders page={page} entry={entry} />
    <Text className="staff-transfers__lead">{TEXT.bookLead}</Text>
    <ProofFields form={page.proof.form} factor={page.proof.factor} problem={page.booking.problem} />
    <ProblemNotice problem={page.booking.problem} />
    <PrimaryButton
      whyDisabled={page.orders.length === 0 ? TEXT.ordersFirst : null}
      pending={page.booking.pending}
      pendingLabel={TEXT.booking}
      onTap={page.book}
    >
      {TEXT.book}
    </PrimaryButton>
    <Text className="staff-transfers__lead">{TEXT.inTasks}</Text>
  </Card>
);

/** 银行到账: money that came, and the orders that it pays. */
export default function StaffEntryPage() {
  const { entryId = '' } = useRouteParams('staffEntry');
  useStaffSession();
  const wide = useWideScreen();
  const page = useEntry(entryId);
  const { data } = page.load;
  return (
    <DeskFrame route="staffEntry" wide={wide} load={page.load}>
      {data && (
        <View className="staff-transfers">
          <Card
            title={TEXT.entry}
            aside={
              <StatusTag tone={data.state === 'open' ? 'active' : 'neutral'}>
                {ENTRY_STATE_LABELS[data.state]}
              </StatusTag>
            }
          >
            <EntryFacts entry={data} />
          </Card>
          {data.state === 'open' && <Book page={page} entry={data} />}
        </View>
      )}
    </DeskFrame>
  );
}
