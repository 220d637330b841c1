import { formatFen, type OwnTransfer, showRemarkCode } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { TextLink } from '../../../../components/text-link';
import { say } from '../../../../features/ask';
import { copyText, saysCopied } from '../../../../platform/copy-text';
import { TRANSFER_TEXT as TEXT } from '../../texts-transfer';

async function copy(text: string): Promise<void> {
  if (!(await copyText(text))) {
    say(TEXT.copyRefused);
  } else if (!saysCopied) {
    say(TEXT.copied);
  }
}

interface CopiedRowProps {
  readonly label: string;
  readonly value: string;
  /** What is pasted, where that is not what is shown. */
  readonly copied?: string;
}

const CopiedRow = ({ label, value, copied = value }: CopiedRowProps) => (
  <View className="pay-transfer__row">
    <View className="pay-transfer__fact">
      <Text className="pay-transfer__label">{label}</Text>
      <Text className="pay-transfer__value">{value}</Text>
    </View>
    <TextLink label={TEXT.copyOf(label)} onTap={() => void copy(copied)}>
      {TEXT.copy}
    </TextLink>
  </View>
);

/** Where to transfer to, with the code first: without it nobody knows whose money it is. */
export function AccountCard({ transfer }: { readonly transfer: OwnTransfer }) {
  const { code, account, amountFen } = transfer;
  return (
    <>
      {code && (
        <Card title={TEXT.codeTitle}>
          <View className="pay-transfer__code" aria-label={`${TEXT.codeTitle} ${[...code].join(' ')}`}>
            <Text>{showRemarkCode(code)}</Text>
          </View>
          <Text className="pay-transfer__hint">{TEXT.codeHint}</Text>
          <View className="pay-transfer__copy">
            <TextLink label={TEXT.copyOf(TEXT.codeTitle)} onTap={() => void copy(code)}>
              {TEXT.copy}
            </TextLink>
          </View>
        </Card>
      )}
      {account && (
        <Card title={TEXT.account}>
          <CopiedRow label={TEXT.accountName} value={account.accountName} />
          <CopiedRow
            label={TEXT.accountNumber}
            value={account.accountNumber}
            copied={account.accountNumber.replaceAll(/[ -]/g, '')}
          />
          <CopiedRow label={TEXT.bankName} value={account.bankName} />
          <CopiedRow label={TEXT.amount} value={formatFen(amountFen)} copied={(amountFen / 100).toFixed(2)} />
          <Text className="pay-transfer__hint">{TEXT.amountHint}</Text>
        </Card>
      )}
    </>
  );
}
