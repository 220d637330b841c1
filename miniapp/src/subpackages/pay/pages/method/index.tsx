import { formatFen, type OrderView, paymentWaysOf } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Money } from '../../../../components/money';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { paymentProblems } from '../../../../features/order-troubles';
import { TroubleNotices } from '../../../../features/trouble-notices';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo, redirectTo } from '../../../../platform/navigation';
import { PAYMENT_CHANNEL } from '../../../../platform/payment';
import { ROUTES } from '../../../../routes';
import { PAY_TEXT } from '../../text';
import './index.scss';
import { PayRemarkNotice } from './pay-remark';
import { ScanToPay } from './scan-to-pay';
import { usePayMethod } from './use-pay-method';

/** Where WeChat's own sheet pays; elsewhere a code is the only way, whoever scans it. */
const canAskOthers = PAYMENT_CHANNEL === 'wechat-jsapi';

const Bill = ({ order }: { readonly order: OrderView }) => (
  <Card>
    <View className="pay-method__amount">
      <Text className="pay-method__caption">{PAY_TEXT.amount}</Text>
      <Money fen={order.amountFen} size="large" />
      <Text className="pay-method__project">{order.project.name}</Text>
    </View>
    <ListRow label={PAY_TEXT.orderNumber} value={order.orderNumber} />
    <ListRow label={PAY_TEXT.method} value={PAY_TEXT.wechat} />
  </Card>
);

/** The other way, where the project has it; while a slip waits it is the only one. */
const TransferWay = ({ order }: { readonly order: OrderView }) => {
  const open = () => void navigateTo('payTransfer', { orderId: order.id });
  if (order.paymentStatus === 'verifying') {
    return (
      <Notice kind="warning" title={PAY_TEXT.verifying} action={{ label: PAY_TEXT.viewTransfer, onTap: open }}>
        {PAY_TEXT.verifyingHint}
      </Notice>
    );
  }
  return (
    <Card>
      <ListRow label={PAY_TEXT.transfer} hint={PAY_TEXT.transferHint} onTap={open} />
    </Card>
  );
};

export default function PayMethodPage() {
  const { orderId = '' } = useRouteParams('payMethod');
  const { order, situation, pay, confirm, remark, code, secondsLeft } = usePayMethod(orderId);
  const viewOrder = () => void redirectTo('order', { orderId });
  const closed = situation?.kind === 'nothing-to-pay';
  const payButton = order.data && (
    <PrimaryButton
      pending={pay.pending || situation?.kind === 'settled'}
      pendingLabel={PAYMENT_CHANNEL === 'wechat-native' ? PAY_TEXT.preparingCode : PAY_TEXT.preparing}
      onTap={() => void pay.run()}
    >
      {PAY_TEXT.pay(formatFen(order.data.amountFen))}
    </PrimaryButton>
  );
  const onHold = situation?.kind === 'on-hold';
  const confirmButton = (
    <PrimaryButton pending={confirm.pending} pendingLabel={PAY_TEXT.asking} onTap={() => void confirm.run()}>
      {onHold ? PAY_TEXT.askAgain : PAY_TEXT.havePaid}
    </PrimaryButton>
  );

  return (
    <PageFrame
      title={ROUTES.payMethod.title}
      load={order}
      bottom={
        <BottomBar>
          {situation?.kind === 'nothing-to-pay' ? (
            <PrimaryButton onTap={viewOrder}>{PAY_TEXT.viewOrder}</PrimaryButton>
          ) : code || onHold ? (
            confirmButton
          ) : (
            payButton
          )}
        </BottomBar>
      }
    >
      {order.data && situation?.kind === 'nothing-to-pay' && <Notice title={situation.title}>{situation.hint}</Notice>}
      {order.data && <TroubleNotices troubles={paymentProblems(order.data)} />}
      {order.data && !closed && <Bill order={order.data} />}
      {order.data && situation?.kind === 'payable' && paymentWaysOf(order.data.project).includes('transfer') && (
        <TransferWay order={order.data} />
      )}
      <PayRemarkNotice remark={remark} />
      <ProblemNotice
        problem={closed || onHold ? null : pay.problem}
        action={{ label: PAY_TEXT.viewOrder, onTap: viewOrder }}
      />
      <ProblemNotice problem={confirm.problem} />
      {order.data && canAskOthers && !code && situation?.kind === 'payable' && (
        <Card>
          {paymentWaysOf(order.data.project).includes('pay-link') && (
            <ListRow
              label={PAY_TEXT.byLink}
              hint={PAY_TEXT.byLinkHint}
              onTap={() => void navigateTo('payAsk', { orderId })}
            />
          )}
          <ListRow label={PAY_TEXT.byOther} hint={PAY_TEXT.byOtherHint} onTap={() => void pay.run('wechat-native')} />
        </Card>
      )}
      {order.data && code && situation?.kind === 'payable' && (
        <Card>
          <ScanToPay
            codeUrl={code.url}
            amountFen={order.data.amountFen}
            secondsLeft={secondsLeft}
            renewing={pay.pending}
            byOther={canAskOthers}
            onRenew={() => void pay.run('wechat-native')}
          />
          {canAskOthers && (
            <PrimaryButton kind="plain" pending={pay.pending} onTap={() => void pay.run()}>
              {PAY_TEXT.payMyself}
            </PrimaryButton>
          )}
        </Card>
      )}
      {situation?.kind === 'payable' && <Text className="pay-method__promise">{PAY_TEXT.oncePerOrder}</Text>}
    </PageFrame>
  );
}
