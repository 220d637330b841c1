import { AUTHORITY_LETTER, isAskedOf, type OrderView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { AuthorityLetter } from '../../paper/authority-letter';
import { LETTER_TEXT } from '../../texts-letter';

/** For an agent, early: a seal takes days, so the letter is best fetched now. */
export function LetterHint({ order }: { readonly order: OrderView }) {
  const role = order.form.unit?.role;
  const isNeeded = order.project.attachments.some(
    (paper) => paper.kind === AUTHORITY_LETTER && role === 'agent' && isAskedOf(paper, role),
  );
  const isVerified = order.currentStep !== 'particulars' && order.currentStep !== 'identity';
  return isNeeded ? (
    <Card title={LETTER_TEXT.title}>
      <Text className="papers__hint">{isVerified ? LETTER_TEXT.lead : LETTER_TEXT.leadLater}</Text>
      {isVerified && <AuthorityLetter orderId={order.id} />}
    </Card>
  ) : null;
}
