import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Icon } from '../../../../components/icon';
import { Notice } from '../../../../components/notice';
import { SEALED_TEXT } from '../../text';
import type { SealingWait } from './sealing-wait';

/** While the contract is being made: what is going on, how long, and that one may leave. */
export function SealingCard({ wait }: { readonly wait: SealingWait }) {
  return (
    <>
      <Card>
        <View className="sealing-card" role="status" aria-label={SEALED_TEXT.sealing}>
          <Icon name="clock" size={72} tone="primary" />
          <Text className="sealing-card__title">{SEALED_TEXT.sealing}</Text>
          <Text className="sealing-card__text">{SEALED_TEXT.sealingText}</Text>
          <Text className="sealing-card__seconds">{SEALED_TEXT.waited(wait.seconds)}</Text>
        </View>
      </Card>
      {wait.slow && (
        <Notice kind="warning" title={SEALED_TEXT.slowTitle}>
          {SEALED_TEXT.slow}
        </Notice>
      )}
    </>
  );
}
