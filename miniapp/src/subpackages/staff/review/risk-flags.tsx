import type { StaffOrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Notice } from '../../../components/notice';
import { RISK_TEXT } from '../texts-risk';
import './risk-flags.scss';

/** What other applications have in common with this one, and what looks odd in it. */
export function RiskFlags({ flags }: { readonly flags: StaffOrderView['riskFlags'] }) {
  if (flags.length === 0) {
    return null;
  }
  return (
    <Notice kind="warning" title={RISK_TEXT.title}>
      {flags.map(({ kind, count, orderNumbers }) => (
        <View key={kind} className="risk-flag">
          <Text>{RISK_TEXT.sentence[kind](count)}</Text>
          {orderNumbers.length > 0 && (
            <Text className="risk-flag__orders" selectable userSelect>
              {RISK_TEXT.orders(orderNumbers.join(' '))}
            </Text>
          )}
        </View>
      ))}
    </Notice>
  );
}
