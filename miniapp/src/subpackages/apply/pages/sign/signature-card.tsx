import { Image, Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Icon } from '../../../../components/icon';
import { PrimaryButton } from '../../../../components/primary-button';
import { StatusTag } from '../../../../components/status-tag';
import { SIGN_TEXT } from '../../texts-sign';
import './signature-card.scss';

export interface SignatureCardProps {
  readonly isConfirmed: boolean;
  readonly picture: string | null;
  /** Null when the signature cannot be changed any more. */
  readonly onOpen: (() => void) | null;
}

/** The way to the signature page, and the confirmed signature. */
export const SignatureCard = ({ isConfirmed, picture, onOpen }: SignatureCardProps) => (
  <Card
    title={SIGN_TEXT.signature}
    aside={isConfirmed ? <StatusTag tone="good">{SIGN_TEXT.confirmed}</StatusTag> : undefined}
  >
    {isConfirmed ? (
      <View className="signature-card__paper">
        {picture && (
          <Image
            className="signature-card__picture"
            src={picture}
            mode="aspectFit"
            ariaLabel={SIGN_TEXT.confirmedLabel}
          />
        )}
      </View>
    ) : (
      onOpen && (
        <View
          className="signature-card__paper signature-card__paper--empty"
          role="button"
          aria-label={SIGN_TEXT.signHere}
          onClick={onOpen}
        >
          <Icon name="pen" size={56} tone="primary" />
          <Text className="signature-card__sign">{SIGN_TEXT.signHere}</Text>
        </View>
      )
    )}
    {isConfirmed && onOpen ? (
      <PrimaryButton kind="plain" onTap={onOpen}>
        {SIGN_TEXT.signAgain}
      </PrimaryButton>
    ) : (
      <Text className="signature-card__hint">{SIGN_TEXT.signatureHint}</Text>
    )}
  </Card>
);
