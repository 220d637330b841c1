import { type FoundOrder, MOST_FOUND, type OrderSearch } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { EmptyState } from '../../../../components/empty-state';
import { LoadingState } from '../../../../components/loading-state';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { TextField } from '../../../../components/text-field';
import { FOCUSABLE } from '../../../../platform/keyboard';
import { apiWord } from '../../../../text/api-texts';
import { formatChinaDateTime } from '../../../../text/china-date';
import { ORDER_STATUS_LABELS } from '../../../../text/labels';
import { joinClauses } from '../../../../text/punctuation';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import '../../queue/queue-row.scss';
import { statusTone } from '../../queue/queue-statuses';
import { SEARCH_TEXT as TEXT } from '../../texts-desk';
import './index.scss';
import { type OrderSearchPage, openOrder, useOrderSearch } from './use-order-search';

function Row({ item }: { readonly item: FoundOrder }) {
  const { id, orderNumber, projectName, status, submittedAt, unitName, applicantNameMasked } = item;
  const label = ORDER_STATUS_LABELS[status];
  // Who works on no application is not told whose it is.
  const who = applicantNameMasked ? [unitName ?? TEXT.person, applicantNameMasked] : [];
  return (
    <View
      className="queue-row"
      role="button"
      {...FOCUSABLE}
      aria-label={joinClauses(TEXT.open(orderNumber), label, ...who)}
      hoverClass="queue-row--pressed"
      onClick={() => openOrder(id)}
    >
      <View className="queue-row__line">
        <Text className="queue-row__number">{orderNumber}</Text>
        <StatusTag tone={statusTone(status)}>{label}</StatusTag>
      </View>
      {who.length > 0 && <Text className="queue-row__who">{who.join(' · ')}</Text>}
      <View className="queue-row__line">
        <Text className="queue-row__project">{apiWord(projectName)}</Text>
        {submittedAt && <Text className="queue-row__time">{formatChinaDateTime(submittedAt)}</Text>}
      </View>
    </View>
  );
}

function Found({ found, again }: { readonly found: OrderSearch; readonly again: () => void }) {
  const { kind, items, hasMore } = found;
  if (items.length === 0) {
    return <EmptyState line={TEXT.none[kind]} action={{ label: TEXT.again, onTap: again }} />;
  }
  return (
    <>
      {hasMore ? (
        <Notice>{TEXT.tooMany(MOST_FOUND)}</Notice>
      ) : (
        <Text className="staff-search__count">{TEXT.found(items.length)}</Text>
      )}
      <View className="staff-search__list" aria-label={TEXT.listLabel}>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </View>
    </>
  );
}

const Field = ({ page, wide }: { readonly page: OrderSearchPage; readonly wide: boolean }) => (
  <TextField
    label={TEXT.label}
    hint={wide ? TEXT.hintAtPc(TEXT.hint) : TEXT.hint}
    error={page.missing ? TEXT.missing : null}
    maxLength={100}
    value={page.typed}
    onChange={page.setTyped}
    onConfirm={page.find}
    after={
      <PrimaryButton small kind="plain" pending={page.search.pending} pendingLabel={TEXT.finding} onTap={page.find}>
        {TEXT.find}
      </PrimaryButton>
    }
  />
);

/** 查找申请: any application that was handed in, by what somebody at the counter or on the phone says of it. */
export default function StaffSearchPage() {
  useStaffSession();
  const wide = useWideScreen();
  const page = useOrderSearch();
  const { search, found, again } = page;
  return (
    <DeskFrame route="staffSearch" wide={wide}>
      <View className="staff-search">
        <Field page={page} wide={wide} />
        <ProblemNotice problem={search.problem} />
        {search.pending && <LoadingState />}
        {found && <Found found={found} again={again} />}
      </View>
    </DeskFrame>
  );
}
