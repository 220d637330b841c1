import { formatFen } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { PrimaryButton } from '../../../../components/primary-button';
import { QrCode } from '../../../../components/qr-code';
import { PAY_TEXT } from '../../text';
import { minutesAndSeconds } from '../../time-words';

export interface ScanToPayProps {
  readonly codeUrl: string;
  readonly amountFen: number;
  /** 0: the code is no longer valid. */
  readonly secondsLeft: number;
  /** Somebody else scans it, from the screen that the applicant holds. */
  readonly byOther: boolean;
  readonly renewing: boolean;
  readonly onRenew: () => void;
}

/** The QR code of a Native payment with the time it is valid; an expired one is not shown, for it cannot be paid. */
export function ScanToPay({ codeUrl, amountFen, secondsLeft, byOther, renewing, onRenew }: ScanToPayProps) {
  if (secondsLeft === 0) {
    return (
      <View className="scan-to-pay" role="status">
        <Text className="scan-to-pay__expired">{PAY_TEXT.codeExpired}</Text>
        <PrimaryButton kind="secondary" pending={renewing} pendingLabel={PAY_TEXT.preparingCode} onTap={onRenew}>
          {PAY_TEXT.newCode}
        </PrimaryButton>
      </View>
    );
  }
  return (
    <View className="scan-to-pay">
      <Text className="scan-to-pay__title">{byOther ? PAY_TEXT.scanByOther : PAY_TEXT.scan}</Text>
      <View className="scan-to-pay__code">
        <QrCode text={codeUrl} label={PAY_TEXT.scanLabel(formatFen(amountFen))} size={400} />
      </View>
      <Text className="scan-to-pay__left">{PAY_TEXT.validFor(minutesAndSeconds(secondsLeft))}</Text>
      <Text className="scan-to-pay__hint">{byOther ? PAY_TEXT.scanByOtherHint : PAY_TEXT.scanHint}</Text>
    </View>
  );
}
