import { Text, View } from '@tarojs/components';
import './return-form.scss';

export interface NumberReasonsProps {
  /** For screen readers: what is chosen. */
  readonly label: string;
  readonly reasons: readonly string[];
  readonly value: string;
  readonly onChoose: (reason: string) => void;
}

/** Usual reasons, each with the number key that chooses it. */
export const NumberReasons = ({ label, reasons, value, onChoose }: NumberReasonsProps) => (
  <View className="return-form__reasons" role="radiogroup" aria-label={label}>
    {reasons.map((reason, index) => {
      const chosen = value === reason;
      return (
        <View
          key={reason}
          className={chosen ? 'return-form__reason return-form__reason--chosen' : 'return-form__reason'}
          role="radio"
          aria-checked={chosen}
          aria-label={reason}
          onClick={() => onChoose(reason)}
        >
          <Text className="return-form__number">{index + 1}</Text>
          <Text>{reason}</Text>
        </View>
      );
    })}
  </View>
);
