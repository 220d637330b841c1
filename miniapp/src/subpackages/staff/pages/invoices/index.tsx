import { formatFen, INVOICE_STATES, type InvoiceSummary } from '@acceptance/shared';
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
import { INVOICE_KIND_LABELS, INVOICE_STATE_LABELS } from '../../../../text/labels';
import { joinClauses } from '../../../../text/punctuation';
import { FilterChips } from '../../desk/filter-chips';
import { ListEnd } from '../../desk/list-end';
import { SearchField } from '../../desk/search-field';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { handlesTables } from '../../platform/choose-table';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_TEXT } from '../../text';
import { STAFF_INVOICE_TEXT as TEXT } from '../../texts-invoices';
import '../../transfers/transfers.scss';
import { type InvoicesPage, useInvoices } from './use-invoices';

function Row({ item }: { readonly item: InvoiceSummary }) {
  const { orderId, orderNumber, projectName, kind, state, wantedAt, number, hasPdf, isRefunded } = item;
  const words = [
    INVOICE_STATE_LABELS[state],
    INVOICE_KIND_LABELS[kind],
    apiWord(projectName),
    number ?? formatChinaDateTime(wantedAt),
    ...(number && !hasPdf ? [TEXT.noPdf] : []),
    ...(isRefunded ? [TEXT.refunded] : []),
  ];
  return (
    <ListRow
      label={orderNumber}
      hint={joinClauses(...words)}
      value={formatFen(item.amountFen)}
      onTap={() => void navigateTo('staffInvoice', { orderId })}
    />
  );
}

/** The list with its own loading, problem and end, so that search and states stay where they are. */
function InvoiceList({ page }: { readonly page: InvoicesPage }) {
  const { list, more, search, state } = page;
  const { data, problem } = list;
  const again = () => void page.reload();
  if (!data) {
    return problem ? (
      <ProblemState problem={problem} onRetry={again} onSignIn={() => void navigateTo('staffSignIn')} />
    ) : (
      <LoadingState />
    );
  }
  if (data.items.length === 0) {
    return search ? (
      <EmptyState line={TEXT.notFound(search)} action={{ label: TEXT.showAll, onTap: page.showAll }} />
    ) : (
      <EmptyState line={TEXT.empty(INVOICE_STATE_LABELS[state])} action={{ label: STAFF_TEXT.refresh, onTap: again }} />
    );
  }
  return (
    <>
      <ProblemNotice problem={problem} action={{ label: STAFF_TEXT.retry, onTap: again }} />
      <View className="staff-transfers__list" aria-label={TEXT.listLabel}>
        {data.items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
        <ListEnd hasMore={data.nextCursor !== null} pending={more.pending} onMore={() => void more.run()} />
      </View>
    </>
  );
}

function Links({ page: { exporting } }: { readonly page: InvoicesPage }) {
  return (
    <>
      {handlesTables && (
        <LinkRow>
          <TextLink onTap={() => void exporting.run()}>{exporting.pending ? TEXT.exporting : TEXT.export}</TextLink>
          <TextLink onTap={() => void navigateTo('staffInvoiceResults')}>{TEXT.toResults}</TextLink>
        </LinkRow>
      )}
      <ProblemNotice problem={exporting.problem} />
    </>
  );
}

/** 发票: what is to be issued, what was, what has to be red-lettered. */
export default function StaffInvoicesPage() {
  useStaffSession();
  const wide = useWideScreen();
  const page = useInvoices();
  const { counts, search, state, setState } = page;
  const labelOf = (value: (typeof INVOICE_STATES)[number]) =>
    counts ? TEXT.stateCount(INVOICE_STATE_LABELS[value], counts[value]) : INVOICE_STATE_LABELS[value];
  return (
    <DeskFrame route="staffInvoices" refresh={page.reload} wide={wide}>
      <View className="staff-transfers">
        <Text className="staff-transfers__lead">{TEXT.lead}</Text>
        <Links page={page} />
        <SearchField {...page.field} text={TEXT} maxLength={40} />
        <FilterChips
          label={TEXT.stateLabel}
          chips={INVOICE_STATES.map((value) => ({ value, label: labelOf(value) }))}
          value={search ? null : state}
          onChoose={(next) => next && setState(next)}
        />
        <InvoiceList page={page} />
      </View>
    </DeskFrame>
  );
}
