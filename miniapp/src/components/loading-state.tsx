import { View } from '@tarojs/components';
import { STATE_TEXT } from '../text/states';
import './loading-state.scss';

/**
 * Grey places where the content will be; no spinner that seems to hang. They come only where loading takes a while: what is
 * there at once does not flicker.
 */
export function LoadingState() {
  return (
    <View className="loading-state" role="status" aria-busy="true" aria-label={STATE_TEXT.loading}>
      {['first', 'second', 'third'].map((name) => (
        <View key={name} className="loading-state__card">
          <View className="loading-state__line loading-state__line--title" />
          <View className="loading-state__line" />
          <View className="loading-state__line loading-state__line--short" />
        </View>
      ))}
    </View>
  );
}
