import type { ContractFileCheck, ContractVerdict } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '../../../../components/icon';
import { CHECK_TEXT, DOUBT_LABELS, VERDICT_LABELS } from '../../text';

const LOOKS = { genuine: 'check', changed: 'warning', foreign: 'close' } as const satisfies Record<
  ContractVerdict,
  string
>;

/** The verdict large, by colour, sign and word; why stands below. */
export const VerdictCard = ({ file: { verdict, doubts } }: { readonly file: ContractFileCheck }) => (
  <View className={`contract-check__verdict contract-check__verdict--${verdict}`} role="alert">
    <View className="contract-check__sign">
      <Icon name={LOOKS[verdict]} size={72} tone="white" />
    </View>
    <Text className="contract-check__word">{VERDICT_LABELS[verdict]}</Text>
    <Text className="contract-check__sentence">{CHECK_TEXT.verdict[verdict]}</Text>
    {doubts.length > 0 && (
      <View className="contract-check__why">
        <Text className="contract-check__caption">{CHECK_TEXT.why}</Text>
        {doubts.map((doubt) => (
          <Text key={doubt} className="contract-check__doubt">
            {DOUBT_LABELS[doubt]}
          </Text>
        ))}
      </View>
    )}
  </View>
);
