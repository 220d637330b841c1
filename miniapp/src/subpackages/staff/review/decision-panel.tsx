import { Text, View } from '@tarojs/components';
import { Notice } from '../../../components/notice';
import { PrimaryButton } from '../../../components/primary-button';
import { STAFF_TEXT } from '../text';
import { missingForReject } from './decision-draft';
import './decision-panel.scss';
import { RejectForm } from './reject-form';
import { ReturnForm } from './return-form';
import type { Review } from './use-review';
import { whyNoDecision } from './why-no-decision';

interface DecisionProps {
  readonly review: Review;
  /** Shows the keys beside what they do. */
  readonly keys: boolean;
}

const withKey = (label: string, key: string, keys: boolean): string => (keys ? `${label}  ${key}` : label);

/** The buttons for what can be done now; the rest is not drawn. */
export function DecisionButtons({ review, keys }: DecisionProps) {
  const { draft, can } = review;
  if (draft.mode === 'returning') {
    return (
      <>
        <PrimaryButton whyDisabled={review.missingForReturn} onTap={review.confirmReturn}>
          {STAFF_TEXT.confirmReturn}
        </PrimaryButton>
        <PrimaryButton kind="plain" onTap={review.closeForm}>
          {STAFF_TEXT.back}
        </PrimaryButton>
      </>
    );
  }
  if (draft.mode === 'rejecting') {
    return (
      <>
        <PrimaryButton
          kind="danger"
          pending={review.asking}
          whyDisabled={missingForReject(draft)}
          onTap={review.confirmReject}
        >
          {STAFF_TEXT.confirmReject}
        </PrimaryButton>
        <PrimaryButton kind="plain" onTap={review.closeForm}>
          {STAFF_TEXT.back}
        </PrimaryButton>
      </>
    );
  }
  return (
    <>
      {can('approve') && (
        <PrimaryButton label={STAFF_TEXT.approve} whyDisabled={review.notYet} onTap={review.approve}>
          {withKey(STAFF_TEXT.approve, 'A', keys)}
        </PrimaryButton>
      )}
      {can('return') && (
        <PrimaryButton kind="secondary" label={STAFF_TEXT.return} onTap={review.openReturn}>
          {withKey(STAFF_TEXT.return, 'R', keys)}
        </PrimaryButton>
      )}
      {can('reject') && (
        <PrimaryButton kind="danger" label={STAFF_TEXT.reject} onTap={review.openReject}>
          {withKey(STAFF_TEXT.reject, 'X', keys)}
        </PrimaryButton>
      )}
    </>
  );
}

const TITLES = { reading: 'decision', returning: 'returnTitle', rejecting: 'rejectTitle' } as const;
const KEYS = { reading: 'idleKeys', returning: 'returnKeys', rejecting: 'rejectKeys' } as const;

/** The form of a return or a refusal; while reading, why nothing can be decided. */
export function DecisionForm({ review, keys }: DecisionProps) {
  const { draft, order } = review;
  const why = order.data && whyNoDecision(order.data);
  return (
    <View className="decision-form">
      <Text className="decision-form__title">{STAFF_TEXT[TITLES[draft.mode]]}</Text>
      {keys && <Text className="decision-form__keys">{STAFF_TEXT[KEYS[draft.mode]]}</Text>}
      {draft.mode === 'reading' && why && <Notice>{why}</Notice>}
      {draft.mode === 'returning' && <ReturnForm {...review} />}
      {draft.mode === 'rejecting' && <RejectForm {...review} />}
    </View>
  );
}

/** The right column of the desk. */
export const DecisionPanel = ({ review, keys }: DecisionProps) => (
  <View className="decision-panel">
    <DecisionForm review={review} keys={keys} />
    <View className="decision-panel__buttons">
      <DecisionButtons review={review} keys={keys} />
    </View>
  </View>
);
