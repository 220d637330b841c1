import { View } from '@tarojs/components';
import { FOCUSABLE } from '../platform/keyboard';
import './segments.scss';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SegmentsProps<Value extends string> {
  /** For screen readers: what the segments choose between. */
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Two or three views of one page, side by side. */
export function Segments<Value extends string>({ label, segments, value, onChange }: SegmentsProps<Value>) {
  return (
    <View className="segments" role="tablist" aria-label={label}>
      {segments.map((segment) => {
        const chosen = segment.value === value;
        return (
          <View
            key={segment.value}
            className={chosen ? 'segments__segment segments__segment--chosen' : 'segments__segment'}
            role="tab"
            {...FOCUSABLE}
            aria-selected={chosen}
            onClick={() => onChange(segment.value)}
          >
            {segment.label}
          </View>
        );
      })}
    </View>
  );
}
