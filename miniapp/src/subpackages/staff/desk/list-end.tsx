import { Text, View } from '@tarojs/components';
import { PrimaryButton } from '../../../components/primary-button';
import { STAFF_TEXT } from '../text';
import './list-end.scss';

export interface ListEndProps {
  readonly hasMore: boolean;
  readonly pending: boolean;
  readonly onMore: () => void;
}

/** Below a list that pages: more of it, or that this was all. */
export const ListEnd = ({ hasMore, pending, onMore }: ListEndProps) => (
  <View className="list-end">
    {hasMore ? (
      <PrimaryButton small kind="plain" pending={pending} pendingLabel={STAFF_TEXT.loadingMore} onTap={onMore}>
        {STAFF_TEXT.loadMore}
      </PrimaryButton>
    ) : (
      <Text>{STAFF_TEXT.allShown}</Text>
    )}
  </View>
);
