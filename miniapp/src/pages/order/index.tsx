import { endpoints } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { call } from '../../api/client';
import { BottomBar } from '../../components/bottom-bar';
import { Notice } from '../../components/notice';
import { PageFrame } from '../../components/page-frame';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { StatusTag } from '../../components/status-tag';
import { hasInvoice } from '../../features/has-invoice';
import { ORDER_TONES } from '../../features/order-tone';
import { paidTwiceWords } from '../../features/paid-twice';
import { TroubleNotices } from '../../features/trouble-notices';
import { useLoad } from '../../features/use-load';
import { useOrderAction } from '../../features/use-order-action';
import { useRouteParams } from '../../features/use-route-params';
import { navigateBack, navigateTo } from '../../platform/navigation';
import { ROUTES } from '../../routes';
import { ORDER_STATUS_LABELS } from '../../text/labels';
import { ORDER_ACTION_LABELS, ORDER_TEXT } from '../../text/orders';
import { actionsNow, isCancellableNow } from './actions-now';
import { HandedIn } from './handed-in';
import './index.scss';
import { InvoiceCard } from './invoice-card';
import { OrderFacts } from './order-facts';
import { OrderPapers } from './order-papers';
import { RefundCard } from './refund-card';
import { RejectionNotice } from './rejection-notice';
import { ReviewMarks } from './review-marks';
import { Timeline } from './timeline';
import { useCancel } from './use-cancel';
import { pausedReview, untilWhen, whatsNext } from './whats-next';

export default function OrderPage() {
  const { orderId = '' } = useRouteParams('order');
  const load = useLoad(() => call(endpoints.orders.readOrder, { params: { orderId } }), orderId);
  const act = useOrderAction(() => void navigateBack('orders'));
  const cancel = useCancel(load.setData);
  const order = load.data;
  if (!order) {
    return <PageFrame title={ROUTES.order.title} refresh={load.reload} load={load} />;
  }

  const next = whatsNext(order);
  const notes = [pausedReview(order), untilWhen(order)].filter((note) => note !== null);
  const paidTwice = paidTwiceWords(order);
  const actions = actionsNow(order);
  const bar = actions.includes('mend') ? (
    <PrimaryButton onTap={() => void navigateTo('applyConfirm', { orderId })}>{ORDER_TEXT.submitAgain}</PrimaryButton>
  ) : (
    actions
      .filter((action) => action !== 'view')
      .reverse()
      .map((action) => (
        <PrimaryButton
          key={action}
          kind={action === 'delete' ? 'danger' : 'primary'}
          pending={act.pending}
          pendingLabel={ORDER_ACTION_LABELS[action]}
          onTap={() => void act.run(action, order)}
        >
          {ORDER_ACTION_LABELS[action]}
        </PrimaryButton>
      ))
  );
  const hasBar = actions.some((action) => action !== 'view');

  return (
    <PageFrame
      title={ROUTES.order.title}
      refresh={load.reload}
      load={load}
      bottom={hasBar ? <BottomBar>{bar}</BottomBar> : undefined}
    >
      <View className="order__head">
        <View className="order__head-line">
          <Text className="order__title">{next.title}</Text>
          <StatusTag tone={ORDER_TONES[order.status]}>{ORDER_STATUS_LABELS[order.status]}</StatusTag>
        </View>
        <Text className="order__hint">{next.hint}</Text>
        {notes.map((note) => (
          <Text key={note} className="order__hint">
            {note}
          </Text>
        ))}
      </View>
      <TroubleNotices troubles={order.troubles} />
      {paidTwice && <Notice>{paidTwice}</Notice>}
      <ProblemNotice problem={act.problem ?? cancel.problem} />
      <RejectionNotice reason={order.rejectionReason} />
      {order.status === 'returned' && <ReviewMarks order={order} />}
      <OrderFacts order={order} />
      <HandedIn order={order} />
      <OrderPapers order={order} />
      {hasInvoice(order) && <InvoiceCard orderId={order.id} />}
      <RefundCard order={order} show={load.setData} />
      <Timeline entries={order.timeline} />
      {isCancellableNow(order) && (
        <PrimaryButton
          kind="plain"
          pending={cancel.pending}
          pendingLabel={ORDER_TEXT.cancelling}
          onTap={() => void cancel.run(order)}
        >
          {ORDER_TEXT.cancel}
        </PrimaryButton>
      )}
    </PageFrame>
  );
}
