import { Text, View } from '@tarojs/components';
import { CONTRACT_TEXT } from '../../texts-contract';

/** How far one has read; stays in view above the button. */
export function ReadingBar({ percent }: { readonly percent: number }) {
  return (
    <View
      className="reading-bar"
      role="progressbar"
      aria-label={CONTRACT_TEXT.progress}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <View className="reading-bar__track">
        <View className="reading-bar__done" style={{ width: `${percent}%` }} />
      </View>
      <Text className="reading-bar__text">{CONTRACT_TEXT.percent(percent)}</Text>
    </View>
  );
}
