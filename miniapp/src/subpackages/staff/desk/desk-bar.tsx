import type { StaffView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { HeldBar } from '../review/held-bar';
import { STAFF_TEXT } from '../text';
import './desk-bar.scss';

export interface DeskBarProps {
  readonly title: string;
  /** Who is signed in; null while it is not known. */
  readonly who: StaffView | null;
  readonly onOpen: (orderId: string) => void;
  readonly onSignOut: () => void;
}

/** The top of the desk: where one is, what can be undone, who one is. */
export const DeskBar = ({ title, who, onOpen, onSignOut }: DeskBarProps) => (
  <View className="desk-bar">
    <Text className="desk-bar__title">{title}</Text>
    <View className="desk-bar__held">
      <HeldBar onOpen={onOpen} />
    </View>
    <Text className="desk-bar__who">{who?.displayName ?? ''}</Text>
    <View className="desk-bar__action" role="button" aria-label={STAFF_TEXT.signOut} onClick={onSignOut}>
      <Text>{STAFF_TEXT.signOut}</Text>
    </View>
  </View>
);
