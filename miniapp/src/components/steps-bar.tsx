import { APPLICATION_STEPS, type ApplicationStep } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { APPLICATION_STEP_LABELS } from '../text/labels';
import { stepStates } from './step-states';
import './steps-bar.scss';
import { COMPONENT_TEXT } from '../text/components';

export interface StepsBarProps {
  /** The step of this page. */
  readonly current: ApplicationStep;
  /** The first step that is not done yet (`order.currentStep`): steps before it are ticked even when looked at again. */
  readonly reached?: ApplicationStep;
}

/** The seven steps, first thing on every page of an application. */
export function StepsBar({ current, reached = current }: StepsBarProps) {
  const states = stepStates(current, reached);
  const position = APPLICATION_STEPS.indexOf(current) + 1;
  return (
    <View
      className="steps-bar"
      role="img"
      aria-label={COMPONENT_TEXT.step(position, APPLICATION_STEPS.length, APPLICATION_STEP_LABELS[current])}
    >
      {APPLICATION_STEPS.map((step, index) => (
        <View key={step} className={`steps-bar__step steps-bar__step--${states[step]}`}>
          <View className="steps-bar__dot">
            <Text>{states[step] === 'done' ? '✓' : index + 1}</Text>
          </View>
          <Text className="steps-bar__name">{APPLICATION_STEP_LABELS[step]}</Text>
        </View>
      ))}
    </View>
  );
}
