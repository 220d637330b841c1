import { type OrderView, reviewWorkingDaysOf } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Icon } from '../../../../components/icon';
import { formatPromise } from '../../../../text/china-date';
import { CONFIRM_TEXT } from '../../text';
import { nextSteps } from './next-steps';
import './submitted-card.scss';

/** After handing in: that it worked, when the answer comes, and what happens then. */
export function SubmittedCard({ order }: { readonly order: OrderView }) {
  const promise = order.reviewPromisedBy
    ? CONFIRM_TEXT.promisedBy(formatPromise(order.reviewPromisedBy, Date.now()))
    : CONFIRM_TEXT.promise(reviewWorkingDaysOf(order.project));
  return (
    <>
      <Card>
        <View className="submitted-card" role="status">
          <View className="submitted-card__mark">
            <Icon name="check" size={64} tone="success" />
          </View>
          <Text className="submitted-card__title">{CONFIRM_TEXT.submittedTitle}</Text>
          <Text className="submitted-card__promise">{promise}</Text>
          <Text className="submitted-card__number">{CONFIRM_TEXT.orderNumber(order.orderNumber)}</Text>
        </View>
      </Card>
      <Card title={CONFIRM_TEXT.nextTitle}>
        {nextSteps(order).map((line, index) => (
          <View key={line} className="submitted-card__step">
            <Text className="submitted-card__step-number">{index + 1}</Text>
            <Text className="submitted-card__step-text">{line}</Text>
          </View>
        ))}
      </Card>
    </>
  );
}
