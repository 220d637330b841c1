import { formatFen, type PayLinkBill } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Money } from '../../../../components/money';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRouteParams } from '../../../../features/use-route-params';
import { PAYMENT_CHANNEL } from '../../../../platform/payment';
import { ROUTES } from '../../../../routes';
import { PAY_LINK_TEXT } from '../../text-link';
import './index.scss';
import { type BillRemark, usePayBill } from './use-pay-bill';

const canPay = PAYMENT_CHANNEL === 'wechat-jsapi';

const Bill = ({ bill }: { readonly bill: PayLinkBill }) => (
  <Card>
    <View className="pay-bill__amount">
      <Text className="pay-bill__caption">{PAY_LINK_TEXT.bill.lead}</Text>
      <Money fen={bill.amountFen} size="large" />
    </View>
    <ListRow label={PAY_LINK_TEXT.bill.forWhom} value={bill.applicantMasked} />
    <ListRow label={PAY_LINK_TEXT.bill.project} value={bill.projectName} />
    <ListRow label={PAY_LINK_TEXT.bill.orderNumber} value={bill.orderNumber} />
  </Card>
);

/** How it stands where it is not to be paid, or what came of the last try. */
function noticeOf(state: PayLinkBill['state'], remark: BillRemark) {
  const { bill: TEXT } = PAY_LINK_TEXT;
  if (state === 'paid') {
    return { kind: 'success', title: TEXT.paid, text: TEXT.paidHint } as const;
  }
  if (state !== 'payable') {
    return { kind: 'warning', title: TEXT[state], text: TEXT[`${state}Hint`] } as const;
  }
  if (!canPay) {
    return { kind: 'warning', title: TEXT.onlyWechat, text: TEXT.onlyWechatHint } as const;
  }
  switch (remark) {
    case 'confirming':
      return { kind: 'warning', title: TEXT.confirming, text: TEXT.confirmingHint } as const;
    case 'cancelled':
      return { kind: 'info', title: TEXT.cancelled, text: TEXT.cancelledHint } as const;
    case 'failed':
      return { kind: 'warning', title: TEXT.failed, text: TEXT.failedHint } as const;
    case 'no-wechat':
      return { kind: 'warning', title: TEXT.noWechat, text: TEXT.noWechatHint } as const;
    default:
      return null;
  }
}

/** What a payer sees who was sent a link; they need no account. */
export default function PayBillPage() {
  const { token = '' } = useRouteParams('payBill');
  const { bill, isPayable, remark, pay, confirm } = usePayBill(token);
  const TEXT = PAY_LINK_TEXT.bill;
  const notice = bill.data && noticeOf(bill.data.state, remark);
  return (
    <PageFrame
      title={ROUTES.payBill.title}
      load={bill}
      bottom={
        bill.data &&
        isPayable &&
        canPay && (
          <BottomBar>
            {remark === 'confirming' ? (
              <PrimaryButton pending={confirm.pending} pendingLabel={TEXT.asking} onTap={() => void confirm.run()}>
                {TEXT.askAgain}
              </PrimaryButton>
            ) : (
              <PrimaryButton pending={pay.pending} pendingLabel={TEXT.paying} onTap={() => void pay.run()}>
                {TEXT.pay(formatFen(bill.data.amountFen))}
              </PrimaryButton>
            )}
          </BottomBar>
        )
      }
    >
      {bill.data && (
        <>
          {notice && (
            <Notice kind={notice.kind} title={notice.title}>
              {notice.text}
            </Notice>
          )}
          <ProblemNotice problem={pay.problem ?? confirm.problem} />
          <Bill bill={bill.data} />
          {isPayable && <Notice kind="warning">{TEXT.careful}</Notice>}
          {isPayable && canPay && <Text className="pay-bill__note">{TEXT.identifier}</Text>}
        </>
      )}
    </PageFrame>
  );
}
