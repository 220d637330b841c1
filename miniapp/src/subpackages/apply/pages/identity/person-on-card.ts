import { type OrderView, tidyCode, tidyName } from '@acceptance/shared';
import type { TypedPerson } from './typed-person';

/** Who was read from the photo of the card. */
export interface PersonOnCard {
  readonly name: string;
  readonly idNumber: string;
}

export type PhotographedOrder = Pick<OrderView, 'id' | 'idCardReading'>;

/** Null unless both were read: half a person would have to be compared anyway. */
export function personOnCard(order: PhotographedOrder | null): PersonOnCard | null {
  const { name, idNumber } = order?.idCardReading.front ?? {};
  return name && idNumber ? { name, idNumber } : null;
}

/** Whether the form says the same as the card, however it was typed. */
export const saysTheSame = (card: PersonOnCard, { name, idNumber }: TypedPerson): boolean =>
  tidyName(card.name) === tidyName(name) && tidyCode(card.idNumber) === tidyCode(idNumber);
