import { View } from '@tarojs/components';
import { Notice } from '../../../../components/notice';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo } from '../../../../platform/navigation';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_REFUND_TEXT as TEXT } from '../../texts-refunds';
import { RefundDeeds } from './deed-forms';
import './index.scss';
import { OrderCard, PaymentsCard, RequestCard } from './refund-cards';
import { useRefund } from './use-refund';

/** One order's money and who wants it back: looked at, and decided by somebody who has not asked. */
export default function StaffRefundPage() {
  useStaffSession();
  const wide = useWideScreen();
  const { orderId = '' } = useRouteParams('staffRefund');
  const page = useRefund(orderId);
  const refund = page.load.data?.refund;
  return (
    <DeskFrame route="staffRefund" load={page.load} wide={wide}>
      {refund && (
        <View className="staff-refund">
          {refund.isStuck && (
            <Notice
              kind="warning"
              title={TEXT.stuckTitle}
              action={{ label: TEXT.toTasks, onTap: () => void navigateTo('staffTasks') }}
            >
              {TEXT.stuckText}
            </Notice>
          )}
          <OrderCard refund={refund} />
          <PaymentsCard refund={refund} />
          {refund.requests.map((request) => (
            <RequestCard key={request.number} request={request} />
          ))}
          {refund.certificateValid && <Notice>{TEXT.certificateValid}</Notice>}
          {refund.deeds.includes('withdraw') && <Notice>{TEXT.waitsForAnother}</Notice>}
          <ProblemNotice problem={page.problem} />
          <RefundDeeds page={page} refund={refund} />
        </View>
      )}
    </DeskFrame>
  );
}
