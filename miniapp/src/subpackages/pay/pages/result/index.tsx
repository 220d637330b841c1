import { Text, View } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Card } from '../../../../components/card';
import { Icon } from '../../../../components/icon';
import { ListRow } from '../../../../components/list-row';
import { Money } from '../../../../components/money';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { NoticeOffer } from '../../../../features/notice-offer';
import { useRouteParams } from '../../../../features/use-route-params';
import { redirectTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { PAY_TEXT } from '../../text';
import './index.scss';
import type { ResultView } from './result-view';
import { usePayResult } from './use-pay-result';

const MARKS = {
  paid: { name: 'check', tone: 'success' },
  confirming: { name: 'clock', tone: 'warning' },
  unpaid: { name: 'wallet', tone: 'secondary' },
  other: { name: 'info', tone: 'primary' },
} as const;

const Outcome = ({ view, amountFen }: { readonly view: ResultView; readonly amountFen: number }) => (
  <View className="pay-result__outcome" role="status">
    <View className={`pay-result__mark pay-result__mark--${view.kind}`}>
      <Icon name={MARKS[view.kind].name} size={64} tone={MARKS[view.kind].tone} />
    </View>
    <Text className="pay-result__title">{view.title}</Text>
    {view.kind === 'paid' && <Money fen={amountFen} size="large" />}
    {view.lines.map((line) => (
      <Text key={line} className="pay-result__line">
        {line}
      </Text>
    ))}
  </View>
);

const NextSteps = ({ steps }: { readonly steps: readonly string[] }) => (
  <Card title={PAY_TEXT.next}>
    {steps.map((step, index) => (
      <View key={step} className="pay-result__step">
        <Text className="pay-result__number">{`${index + 1}.`}</Text>
        <Text>{step}</Text>
      </View>
    ))}
  </Card>
);

export default function PayResultPage() {
  const { orderId = '' } = useRouteParams('payResult');
  const { order, view, unreachable } = usePayResult(orderId);
  return (
    <PageFrame
      title={ROUTES.payResult.title}
      load={order}
      bottom={
        <BottomBar>
          {view?.canContinue && (
            <PrimaryButton
              kind={view.kind === 'unpaid' ? 'primary' : 'secondary'}
              onTap={() => void redirectTo('payMethod', { orderId })}
            >
              {PAY_TEXT.continuePaying}
            </PrimaryButton>
          )}
          <PrimaryButton
            kind={view?.kind === 'unpaid' ? 'secondary' : 'primary'}
            onTap={() => void redirectTo('order', { orderId })}
          >
            {PAY_TEXT.viewOrder}
          </PrimaryButton>
        </BottomBar>
      }
    >
      {order.data && view && (
        <>
          {view.waiting && unreachable && <Notice kind="warning">{PAY_TEXT.cannotAsk}</Notice>}
          <Card>
            <Outcome view={view} amountFen={order.data.amountFen} />
            <ListRow label={PAY_TEXT.orderNumber} value={order.data.orderNumber} />
            <ListRow label={PAY_TEXT.project} value={order.data.project.name} />
          </Card>
          {view.next.length > 0 && <NextSteps steps={view.next} />}
          {view.kind === 'paid' && <NoticeOffer of="review" />}
        </>
      )}
    </PageFrame>
  );
}
