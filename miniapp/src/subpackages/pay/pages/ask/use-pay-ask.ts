import { endpoints, formatFen } from '@acceptance/shared';
import { useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';
import { call } from '../../../../api/client';
import { ask, say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { navigateBack, redirectTo } from '../../../../platform/navigation';
import { pageUrl } from '../../../../routes';
import { HOME_TEXT } from '../../../../text/home';
import { paySituation } from '../../pay-situation';
import { readSettledOrder } from '../../read-settled-order';
import { PAY_LINK_TEXT } from '../../text-link';

const POLL_MS = 5000;

/** The link by which somebody else pays; the page follows what comes of it. */
export function usePayAsk(orderId: string) {
  const params = { orderId };
  const load = useLoad(async () => {
    const order = await readSettledOrder(orderId);
    const isPayable = paySituation(order).kind === 'payable';
    return { order, link: isPayable ? await call(endpoints.payLinks.givePayLink, { params }) : null };
  }, orderId);
  const { order, link } = load.data ?? { order: null, link: null };
  const isOver = order !== null && paySituation(order).kind !== 'payable';
  useEffect(() => {
    if (isOver) {
      void redirectTo('payResult', { orderId });
    }
  }, [isOver, orderId]);
  usePolling(link !== null && !isOver, POLL_MS, load.reload);

  // Without a link the menu of WeChat would share this page, with the order's id: the home page is everybody's.
  useShareAppMessage(() =>
    order && link
      ? {
          title: PAY_LINK_TEXT.ask.title(formatFen(order.amountFen)),
          path: pageUrl('payBill', { token: link.token }),
        }
      : { title: HOME_TEXT.startTitle, path: pageUrl('home') },
  );

  const withdraw = useAction(async () => {
    if (!(await ask(PAY_LINK_TEXT.ask.sure))) {
      return;
    }
    await call(endpoints.payLinks.withdrawPayLink, { params });
    say(PAY_LINK_TEXT.ask.withdrawn);
    await navigateBack('orders');
  });
  return { load, order, link, withdraw };
}
