import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './consent-tick.scss';
import { FOCUSABLE } from '../platform/keyboard';

export interface ConsentTickProps {
  /** What is agreed to, as one sentence, for screen readers. */
  readonly label: string;
  readonly ticked: boolean;
  readonly onChange: (ticked: boolean) => void;
  /** Beside the tick when it is missing. */
  readonly error?: string | null;
  /** The sentence as shown. A tap anywhere on it ticks: a link within would be in the way of fingers, and screen readers do not find it there. */
  readonly children: ReactNode;
}

/** A tick that stands for consent: never set beforehand. */
export function ConsentTick({ label, ticked, onChange, error, children }: ConsentTickProps) {
  return (
    <View className={error ? 'consent-tick consent-tick--wrong' : 'consent-tick'}>
      <View
        className="consent-tick__line"
        role="checkbox"
        {...FOCUSABLE}
        aria-checked={ticked}
        aria-label={label}
        onClick={() => onChange(!ticked)}
      >
        <View className={ticked ? 'consent-tick__box consent-tick__box--ticked' : 'consent-tick__box'} />
        <View className="consent-tick__text">{children}</View>
      </View>
      {error && (
        <View className="consent-tick__error" role="alert">
          {error}
        </View>
      )}
    </View>
  );
}
