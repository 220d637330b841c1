import { maskIdNumber } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { goToPage } from '../../order-flow/go-on';
import { CARD_PREFILL_TEXT as TEXT } from '../../texts-identity';
import { type PhotographedOrder, personOnCard, saysTheSame } from './person-on-card';
import type { TypedPerson } from './typed-person';

export interface CardPrefillProps {
  readonly order: PhotographedOrder;
  readonly person: TypedPerson;
  readonly onFill: (name: string, idNumber: string) => void;
}

/** Spares typing: photograph the card, then take over what was read. Nothing is taken over without a tap. */
export function CardPrefill({ order, person, onFill }: CardPrefillProps) {
  const card = personOnCard(order);
  if (card) {
    return saysTheSame(card, person) ? null : (
      <Notice action={{ label: TEXT.use, onTap: () => onFill(card.name, card.idNumber) }}>
        {TEXT.read(card.name, maskIdNumber(card.idNumber))}
      </Notice>
    );
  }
  const isTyped = person.name !== '' || person.idNumber !== '';
  return isTyped ? null : (
    <View className="apply-identity__prefill">
      <PrimaryButton kind="secondary" onTap={() => void goToPage('applyPapers', order.id)}>
        {TEXT.photograph}
      </PrimaryButton>
    </View>
  );
}
