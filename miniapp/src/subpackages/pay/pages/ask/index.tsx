import { Button, Text } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Money } from '../../../../components/money';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRouteParams } from '../../../../features/use-route-params';
import { FOCUSABLE } from '../../../../platform/keyboard';
import { ROUTES } from '../../../../routes';
import { formatChinaDateTime } from '../../../../text/china-date';
import { PAY_LINK_TEXT } from '../../text-link';
import './index.scss';
import { usePayAsk } from './use-pay-ask';

/** Asks somebody else to pay, by a link that WeChat sends; only where WeChat can. */
export default function PayAskPage() {
  const { orderId = '' } = useRouteParams('payAsk');
  const { load, order, link, withdraw } = usePayAsk(orderId);
  const TEXT = PAY_LINK_TEXT.ask;
  return (
    <PageFrame
      title={ROUTES.payAsk.title}
      load={load}
      bottom={
        link && (
          <BottomBar>
            <Button
              className="primary-button primary-button--primary"
              openType="share"
              {...{ role: 'button', ...FOCUSABLE }}
            >
              {TEXT.send}
            </Button>
          </BottomBar>
        )
      }
    >
      {order && link && (
        <>
          <Text className="pay-ask__lead">{TEXT.lead}</Text>
          <ProblemNotice problem={withdraw.problem} />
          <Card>
            <ListRow label={TEXT.amount} value={<Money fen={order.amountFen} />} />
            <ListRow label={TEXT.project} value={order.project.name} />
            <ListRow label={TEXT.orderNumber} value={order.orderNumber} />
            <ListRow label={TEXT.validUntil} value={formatChinaDateTime(link.expiresAt)} />
          </Card>
          <Notice title={TEXT.whatTheySee}>{TEXT.whatTheySeeText}</Notice>
          <PrimaryButton
            kind="plain"
            pending={withdraw.pending}
            pendingLabel={TEXT.withdrawing}
            onTap={() => void withdraw.run()}
          >
            {TEXT.withdraw}
          </PrimaryButton>
          <Text className="pay-ask__once">{TEXT.onceOnly}</Text>
        </>
      )}
    </PageFrame>
  );
}
