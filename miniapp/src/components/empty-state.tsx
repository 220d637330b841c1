import { Text, View } from '@tarojs/components';
import { PrimaryButton } from './primary-button';
import './empty-state.scss';

export interface EmptyStateProps {
  /** One sentence. */
  readonly line: string;
  readonly action?: { readonly label: string; readonly onTap: () => void };
}

/** A list without entries: one line, one action. */
export function EmptyState({ line, action }: EmptyStateProps) {
  return (
    <View className="empty-state">
      <Text className="empty-state__line">{line}</Text>
      {action && (
        <View className="empty-state__action">
          <PrimaryButton onTap={action.onTap}>{action.label}</PrimaryButton>
        </View>
      )}
    </View>
  );
}
