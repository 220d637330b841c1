import { Image, Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Icon } from '../../../../components/icon';
import { PrimaryButton } from '../../../../components/primary-button';
import { StatusTag } from '../../../../components/status-tag';
import { PAPERS_TEXT } from '../../texts-papers';

export interface SignatureCardProps {
  readonly isConfirmed: boolean;
  readonly picture: string | null;
  /** Null when the signature cannot be changed any more. */
  readonly onOpen: (() => void) | null;
}

/** The way to the signature page, and the confirmed signature. */
export const SignatureCard = ({ isConfirmed, picture, onOpen }: SignatureCardProps) => (
  <Card
    title={PAPERS_TEXT.signature}
    aside={isConfirmed ? <StatusTag tone="good">{PAPERS_TEXT.confirmed}</StatusTag> : undefined}
  >
    {isConfirmed ? (
      <View className="signature-card__paper">
        {picture && (
          <Image
            className="signature-card__picture"
            src={picture}
            mode="aspectFit"
            ariaLabel={PAPERS_TEXT.confirmedLabel}
          />
        )}
      </View>
    ) : (
      onOpen && (
        <View
          className="signature-card__paper signature-card__paper--empty"
          role="button"
          aria-label={PAPERS_TEXT.signHere}
          onClick={onOpen}
        >
          <Icon name="pen" size={56} tone="primary" />
          <Text className="signature-card__sign">{PAPERS_TEXT.signHere}</Text>
        </View>
      )
    )}
    {isConfirmed && onOpen ? (
      <PrimaryButton kind="plain" onTap={onOpen}>
        {PAPERS_TEXT.signAgain}
      </PrimaryButton>
    ) : (
      <Text className="signature-card__hint">{PAPERS_TEXT.signatureHint}</Text>
    )}
  </Card>
);
