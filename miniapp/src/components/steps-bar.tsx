import type { ApplicationStep } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { FOCUSABLE } from '../platform/keyboard';
import { COMPONENT_TEXT } from '../text/components';
import { APPLICATION_STEP_LABELS } from '../text/labels';
import { type BarItem, barPosition, barWithout, stepOfDot, stepStates } from './step-states';
import './steps-bar.scss';

export interface StepsBarProps {
  /** The step of this page. */
  readonly current: ApplicationStep;
  /** The first step that is not done yet (`order.currentStep`): steps before it are ticked even when looked at again. */
  readonly reached?: ApplicationStep;
  /** A step that this order does not have. */
  readonly without?: ApplicationStep;
  /** Makes buttons of the steps that are open. */
  readonly onGo?: (step: ApplicationStep) => void;
}

const nameOf = (item: BarItem): string =>
  item.length > 1 ? COMPONENT_TEXT.readAndSign : APPLICATION_STEP_LABELS[item[0]];

/** The steps of an application, first thing on every page of it. */
export function StepsBar({ current, reached = current, without, onGo }: StepsBarProps) {
  // Whoever is there all the same sees where they are.
  const items = barWithout(without === current ? undefined : without);
  const states = stepStates(current, reached, items);
  const spoken = COMPONENT_TEXT.step(barPosition(current, items) + 1, items.length, APPLICATION_STEP_LABELS[current]);
  return (
    <View className="steps-bar" role={onGo ? 'navigation' : 'img'} aria-label={spoken}>
      {items.map((item, index) => {
        const target = stepOfDot(item, current, reached);
        const asButton = onGo &&
          target && {
            role: 'button',
            ...FOCUSABLE,
            'aria-label': COMPONENT_TEXT.openStep(nameOf(item)),
            onClick: () => onGo(target),
          };
        return (
          <View key={item[0]} className={`steps-bar__step steps-bar__step--${states[index]}`} {...asButton}>
            <View className="steps-bar__dot">
              <Text>{states[index] === 'done' ? '✓' : index + 1}</Text>
            </View>
            <Text className="steps-bar__name">{nameOf(item)}</Text>
          </View>
        );
      })}
    </View>
  );
}
