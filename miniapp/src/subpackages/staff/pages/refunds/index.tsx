import { REFUND_STAGES } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { EmptyState } from '../../../../components/empty-state';
import { LoadingState } from '../../../../components/loading-state';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProblemState } from '../../../../components/problem-state';
import { navigateTo } from '../../../../platform/navigation';
import { FilterChips } from '../../desk/filter-chips';
import { ListEnd } from '../../desk/list-end';
import { SearchField } from '../../desk/search-field';
import { useStaffSession } from '../../desk/use-staff-session';
import { REFUND_STAGE_LABELS } from '../../labels';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_TEXT } from '../../text';
import { STAFF_REFUND_TEXT as TEXT } from '../../texts-refunds';
import './index.scss';
import { RefundRow } from './refund-row';
import { type RefundsPage, useRefunds } from './use-refunds';

/** The list with its own loading, problem and end, so that search and stages stay where they are. */
function RefundList({ page }: { readonly page: RefundsPage }) {
  const { list, more, search, stage, reload } = page;
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
    return search ? (
      <EmptyState line={TEXT.notFound(search)} action={{ label: TEXT.showAll, onTap: page.showAll }} />
    ) : (
      <EmptyState line={TEXT.empty[stage]} action={{ label: STAFF_TEXT.refresh, onTap: again }} />
    );
  }
  return (
    <>
      <ProblemNotice problem={problem} action={{ label: STAFF_TEXT.retry, onTap: again }} />
      <View className="staff-refunds__list" aria-label={TEXT.listLabel}>
        {data.items.map((item) => (
          <RefundRow key={item.id} item={item} onOpen={() => void navigateTo('staffRefund', { orderId: item.id })} />
        ))}
        <ListEnd hasMore={data.nextCursor !== null} pending={more.pending} onMore={() => void more.run()} />
      </View>
    </>
  );
}

/** 退款: what finance decides about, what is on its way back, what is back. */
export default function StaffRefundsPage() {
  useStaffSession();
  const wide = useWideScreen();
  const page = useRefunds();
  const { stage, setStage, counts } = page;
  const label = (value: (typeof REFUND_STAGES)[number]) =>
    counts && value !== 'ended'
      ? TEXT.stageCount(REFUND_STAGE_LABELS[value], counts[value])
      : REFUND_STAGE_LABELS[value];
  return (
    <DeskFrame route="staffRefunds" refresh={page.reload} wide={wide}>
      <View className="staff-refunds">
        <Text className="staff-refunds__lead">{TEXT.lead}</Text>
        <SearchField {...page.field} text={TEXT} maxLength={40} />
        <FilterChips
          label={TEXT.stageLabel}
          chips={REFUND_STAGES.map((value) => ({ value, label: label(value) }))}
          value={stage}
          onChoose={setStage}
        />
        <RefundList page={page} />
      </View>
    </DeskFrame>
  );
}
