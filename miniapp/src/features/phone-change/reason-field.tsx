import { PHONE_CHANGE_REASONS, type PhoneChangeReason } from '@acceptance/shared';
import { ChoiceGroup } from '../../components/choice-group';
import { FormField } from '../../components/form-field';
import { PHONE_CHANGE_TEXT as TEXT } from '../../text/phone-change';
import { PHONE_CHANGE_LABELS } from '../../text/phone-change-labels';

interface ReasonFieldProps {
  readonly reason: PhoneChangeReason | null;
  readonly missing: boolean;
  readonly onChange: (reason: PhoneChangeReason) => void;
}

/** Why the number changes. */
export const ReasonField = ({ reason, missing, onChange }: ReasonFieldProps) => (
  <FormField label={TEXT.reason} error={missing ? TEXT.reasonMissing : null}>
    <ChoiceGroup
      label={TEXT.reason}
      choices={PHONE_CHANGE_REASONS.map((value) => ({ value, label: PHONE_CHANGE_LABELS.reason[value] }))}
      value={reason}
      onChange={onChange}
    />
  </FormField>
);
