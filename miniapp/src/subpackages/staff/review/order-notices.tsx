import { endpoints, type OrderNotice } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { call } from '../../../api/client';
import { Card } from '../../../components/card';
import { LoadingState } from '../../../components/loading-state';
import { PrimaryButton } from '../../../components/primary-button';
import { ProblemNotice } from '../../../components/problem-notice';
import { StatusTag, type StatusTone } from '../../../components/status-tag';
import { useAction } from '../../../features/use-action';
import { useLoad } from '../../../features/use-load';
import { formatChinaDateTime } from '../../../text/china-date';
import { STATE_TEXT } from '../../../text/states';
import { NOTICES_TEXT } from '../texts-review';
import './order-history.scss';

const TONES: Record<OrderNotice['state'], StatusTone> = { sent: 'neutral', delivered: 'good', failed: 'bad' };
const KINDS: Readonly<Record<string, string | undefined>> = NOTICES_TEXT.kinds;

interface NoticeRowProps {
  readonly notice: OrderNotice;
  readonly pending: boolean;
  readonly onResend: () => void;
}

const NoticeRow = ({ notice, pending, onResend }: NoticeRowProps) => (
  <View className="order-history__row">
    <Text className="order-history__what">
      {[
        NOTICES_TEXT.channels[notice.channel],
        KINDS[notice.kind] ?? notice.kind,
        notice.phoneMasked,
        notice.resent && NOTICES_TEXT.resent,
        notice.reason,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
    <StatusTag tone={TONES[notice.state]}>{NOTICES_TEXT.states[notice.state]}</StatusTag>
    <Text className="order-history__when">{formatChinaDateTime(notice.sentAt)}</Text>
    {notice.canResend && (
      <PrimaryButton kind="plain" small pending={pending} onTap={onResend}>
        {NOTICES_TEXT.resend}
      </PrimaryButton>
    )}
  </View>
);

/** What the applicant was told, and whether it arrived. */
export function OrderNotices({ orderId }: { readonly orderId: string }) {
  const params = { orderId };
  const list = useLoad(() => call(endpoints.notices.listNotices, { params }), orderId);
  const resend = useAction(async (noticeId: string) => {
    await call(endpoints.notices.resendNotice, { params: { orderId, noticeId } });
    await list.reload();
  });
  const notices = list.data?.items ?? [];
  return (
    <Card title={NOTICES_TEXT.title}>
      {!list.data && !list.problem && <LoadingState />}
      <ProblemNotice problem={list.problem} action={{ label: STATE_TEXT.retry, onTap: () => void list.reload() }} />
      <ProblemNotice problem={resend.problem} />
      {list.data && notices.length === 0 && <Text className="order-history__none">{NOTICES_TEXT.none}</Text>}
      {notices.map((notice) => (
        <NoticeRow
          key={notice.id}
          notice={notice}
          pending={resend.pending}
          onResend={() => void resend.run(notice.id)}
        />
      ))}
    </Card>
  );
}
