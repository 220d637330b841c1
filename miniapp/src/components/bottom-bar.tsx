import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './bottom-bar.scss';

export interface BottomBarProps {
  /** One PrimaryButton, at most one more of another kind. */
  readonly children: ReactNode;
  /** A line above the buttons, e.g. 已自动保存 17:03. */
  readonly note?: string | null;
}

/** The bar at the thumb; give it to PageFrame as `bottom`. */
export function BottomBar({ children, note }: BottomBarProps) {
  return (
    <View className="bottom-bar">
      {note && <Text className="bottom-bar__note">{note}</Text>}
      <View className="bottom-bar__actions">{children}</View>
    </View>
  );
}
