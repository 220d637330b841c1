import { Text, View } from '@tarojs/components';
import { FOCUSABLE } from '../../../../../platform/keyboard';

/** A word at the edge of the camera that does something. */
export function CameraTool({ label, onTap }: { readonly label: string; readonly onTap: () => void }) {
  return (
    <View className="card-camera__tool" {...{ role: 'button', 'aria-label': label, ...FOCUSABLE }} onClick={onTap}>
      <Text>{label}</Text>
    </View>
  );
}
