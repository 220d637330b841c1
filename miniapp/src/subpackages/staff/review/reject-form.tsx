import { Text, View } from '@tarojs/components';
import { FormField } from '../../../components/form-field';
import { TextInput } from '../../../components/text-input';
import { REJECT_REASONS, STAFF_TEXT } from '../text';
import { NOTE_LIMIT, setRejectReason } from './decision-draft';
import './return-form.scss';
import type { Review } from './use-review';

/** Why an order is refused for good: a usual reason by number, or own words. */
export const RejectForm = ({ draft, setDraft }: Pick<Review, 'draft' | 'setDraft'>) => (
  <View className="return-form">
    <View className="return-form__reasons" role="radiogroup" aria-label={STAFF_TEXT.rejectReason}>
      {REJECT_REASONS.map((reason, index) => {
        const chosen = draft.rejectReason === reason;
        return (
          <View
            key={reason}
            className={chosen ? 'return-form__reason return-form__reason--chosen' : 'return-form__reason'}
            role="radio"
            aria-checked={chosen}
            aria-label={reason}
            onClick={() => setDraft((current) => setRejectReason(current, reason))}
          >
            <Text className="return-form__number">{index + 1}</Text>
            <Text>{reason}</Text>
          </View>
        );
      })}
    </View>
    <FormField label={STAFF_TEXT.rejectReason} hint={STAFF_TEXT.rejectHint}>
      <TextInput
        label={STAFF_TEXT.rejectReason}
        value={draft.rejectReason}
        maxLength={NOTE_LIMIT}
        onChange={(reason) => setDraft((current) => setRejectReason(current, reason))}
      />
    </FormField>
  </View>
);
