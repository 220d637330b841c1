import { Text, View } from '@tarojs/components';
import { ISSUING_STEPS, type IssuingStep } from '../../issuing/issuing-step';
import { STAFF_ISSUING_TEXT as TEXT } from '../../texts-issuing';

const stateOf = (index: number, current: number): string => {
  if (index === current) {
    return 'current';
  }
  return index < current ? 'done' : 'ahead';
};

/** The five steps, and which one it is. */
export function IssuingSteps({ step }: { readonly step: IssuingStep }) {
  const current = ISSUING_STEPS.indexOf(step);
  return (
    <View
      className="issuing-steps"
      role="img"
      aria-label={TEXT.stepLabel(current + 1, ISSUING_STEPS.length, TEXT.steps[step])}
    >
      {ISSUING_STEPS.map((each, index) => (
        <View key={each} className={`issuing-steps__step issuing-steps__step--${stateOf(index, current)}`}>
          <View className="issuing-steps__dot">
            <Text>{index < current ? '✓' : index + 1}</Text>
          </View>
          <Text className="issuing-steps__name">{TEXT.steps[each]}</Text>
        </View>
      ))}
    </View>
  );
}
