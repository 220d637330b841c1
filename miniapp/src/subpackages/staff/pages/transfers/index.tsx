import { formatFen } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { EmptyState } from '../../../../components/empty-state';
import { LinkRow } from '../../../../components/link-row';
import { ListRow } from '../../../../components/list-row';
import { LoadingState } from '../../../../components/loading-state';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProblemState } from '../../../../components/problem-state';
import { TextLink } from '../../../../components/text-link';
import { navigateTo } from '../../../../platform/navigation';
import { apiWord } from '../../../../text/api-texts';
import { formatChinaDateTime } from '../../../../text/china-date';
import { joinClauses } from '../../../../text/punctuation';
import { FilterChips } from '../../desk/filter-chips';
import { ListEnd } from '../../desk/list-end';
import { useStaffSession } from '../../desk/use-staff-session';
import { ENTRY_BANK_LABELS, ENTRY_PROBLEM_LABELS } from '../../labels';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_TEXT } from '../../text';
import { STAFF_TRANSFER_TEXT as TEXT } from '../../texts-transfers';
import '../../transfers/transfers.scss';
import { RecordForm } from './record-form';
import { TRANSFER_VIEWS, type TransferRow, useTransfers } from './use-transfers';

type Page = ReturnType<typeof useTransfers>;

function Row({ row }: { readonly row: TransferRow }) {
  if ('slip' in row) {
    const { orderId, orderNumber, projectName, amountFen, handedInAt } = row.slip;
    const when = handedInAt ? TEXT.handedInAt(formatChinaDateTime(handedInAt)) : '';
    return (
      <ListRow
        label={orderNumber}
        hint={joinClauses(apiWord(projectName), when)}
        value={formatFen(amountFen)}
        onTap={() => void navigateTo('staffTransfer', { orderId })}
      />
    );
  }
  const { id, bank, bookedOn, payerShown, remainingFen, amountFen, state, problem } = row.entry;
  const why = problem && state === 'open' ? ENTRY_PROBLEM_LABELS[problem] : ENTRY_BANK_LABELS[bank];
  return (
    <ListRow
      label={payerShown}
      hint={joinClauses(bookedOn, why)}
      value={formatFen(state === 'open' ? remainingFen : amountFen)}
      onTap={() => void navigateTo('staffEntry', { entryId: id })}
    />
  );
}

function Rows({ page }: { readonly page: Page }) {
  const { list, view, more } = page;
  const { data, problem } = list;
  const reload = () => void list.reload();
  if (!data) {
    return problem ? (
      <ProblemState problem={problem} onRetry={reload} onSignIn={() => void navigateTo('staffSignIn')} />
    ) : (
      <LoadingState />
    );
  }
  if (data.items.length === 0) {
    const line = view === 'slips' ? TEXT.noSlips : TEXT.noEntries;
    return <EmptyState line={line} action={{ label: STAFF_TEXT.refresh, onTap: reload }} />;
  }
  return (
    <>
      <ProblemNotice problem={problem} action={{ label: STAFF_TEXT.retry, onTap: reload }} />
      <View className="staff-transfers__list" aria-label={TEXT.listLabel}>
        {data.items.map((row) => (
          <Row key={row.id} row={row} />
        ))}
        <ListEnd hasMore={data.nextCursor !== null} pending={more.pending} onMore={() => void more.run()} />
      </View>
    </>
  );
}

/** 到账核对: slips that wait for money, and money that waits for an order. */
export default function StaffTransfersPage() {
  useStaffSession();
  const wide = useWideScreen();
  const page = useTransfers();
  const { counts } = page;
  const labels = {
    slips: TEXT.slips(counts?.total ?? 0),
    open: TEXT.openEntries(counts?.openEntries ?? 0),
    used: TEXT.usedEntries,
    returned: TEXT.closedEntries,
  };
  return (
    <DeskFrame route="staffTransfers" refresh={page.reload} wide={wide}>
      <View className="staff-transfers">
        <Text className="staff-transfers__lead">{TEXT.lead}</Text>
        <LinkRow>
          <TextLink onTap={() => void navigateTo('staffStatement')}>{TEXT.toStatement}</TextLink>
        </LinkRow>
        <FilterChips
          label={TEXT.viewLabel}
          chips={TRANSFER_VIEWS.map((value) => ({ value, label: labels[value] }))}
          value={page.view}
          onChoose={page.setView}
        />
        <Rows page={page} />
        <RecordForm onRecorded={page.recount} />
      </View>
    </DeskFrame>
  );
}
