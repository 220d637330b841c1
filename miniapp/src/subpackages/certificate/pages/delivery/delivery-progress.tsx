import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { formatChinaDateTime } from '../../../../text/china-date';
import type { DeliveryStepLine } from '../../delivery-steps';
import { DELIVERY_TEXT as TEXT } from '../../texts-delivery';
import './delivery-progress.scss';

/** 11月22日 17:00 in two lines: four of them stand side by side on a phone. */
function Moment({ at }: { readonly at: string }) {
  const words = formatChinaDateTime(at);
  const gap = words.lastIndexOf(' ');
  return (
    <>
      <Text className="delivery-progress__time">{words.slice(0, gap)}</Text>
      <Text className="delivery-progress__time">{words.slice(gap + 1)}</Text>
    </>
  );
}

/** How far the UKey has come, with times. */
export function DeliveryProgress({ steps }: { readonly steps: readonly DeliveryStepLine[] }) {
  const now = steps.find(({ state }) => state === 'now');
  return (
    <Card>
      <View className="delivery-progress" role="img" aria-label={TEXT.stepsLabel(now ? TEXT.steps[now.step] : '')}>
        {steps.map(({ step, at, state }) => (
          <View key={step} className={`delivery-progress__step delivery-progress__step--${state}`}>
            <View className="delivery-progress__dot">
              <Text>{state === 'ahead' ? '' : '✓'}</Text>
            </View>
            <Text className="delivery-progress__name">{TEXT.steps[step]}</Text>
            {at && <Moment at={at} />}
          </View>
        ))}
      </View>
    </Card>
  );
}
