import { View } from '@tarojs/components';
import { FormField } from '../../../components/form-field';
import { TextInput } from '../../../components/text-input';
import { REJECT_REASONS, STAFF_TEXT } from '../text';
import { NOTE_LIMIT, setRejectReason } from './decision-draft';
import { NumberReasons } from './number-reasons';
import './return-form.scss';
import type { Review } from './use-review';

/** Why an order is refused for good: a usual reason by number, or own words. */
export const RejectForm = ({ draft, setDraft }: Pick<Review, 'draft' | 'setDraft'>) => (
  <View className="return-form">
    <NumberReasons
      label={STAFF_TEXT.rejectReason}
      reasons={REJECT_REASONS}
      value={draft.rejectReason}
      onChoose={(reason) => setDraft((current) => setRejectReason(current, reason))}
    />
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
