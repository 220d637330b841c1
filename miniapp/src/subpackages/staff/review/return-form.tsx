import { REVIEW_REASONS, type ReviewField } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { TextInput } from '../../../components/text-input';
import { REVIEW_FIELD_LABELS, REVIEW_REASON_LABELS } from '../../../text/labels';
import { STAFF_TEXT } from '../text';
import { NOTE_LIMIT, setNote, setReason, toggleField } from './decision-draft';
import './return-form.scss';
import type { Review } from './use-review';

type FormPart = Pick<Review, 'draft' | 'setDraft' | 'fields'>;

const Reasons = ({ draft, setDraft, field }: FormPart & { readonly field: ReviewField }) => (
  <View className="return-form__reasons" role="radiogroup" aria-label={REVIEW_FIELD_LABELS[field]}>
    {REVIEW_REASONS.map((reason, index) => {
      const chosen = draft.marks[field]?.reason === reason;
      return (
        <View
          key={reason}
          className={chosen ? 'return-form__reason return-form__reason--chosen' : 'return-form__reason'}
          role="radio"
          aria-checked={chosen}
          aria-label={REVIEW_REASON_LABELS[reason]}
          onClick={() => setDraft((current) => setReason(current, field, reason))}
        >
          <Text className="return-form__number">{index + 1}</Text>
          <Text>{REVIEW_REASON_LABELS[reason]}</Text>
        </View>
      );
    })}
  </View>
);

function FieldMark({ draft, setDraft, fields, field }: FormPart & { readonly field: ReviewField }) {
  const mark = draft.marks[field];
  const active = draft.activeField === field;
  const label = REVIEW_FIELD_LABELS[field];
  return (
    <View className={active ? 'return-form__field return-form__field--active' : 'return-form__field'}>
      <View
        className="return-form__line"
        role="checkbox"
        aria-checked={Boolean(mark)}
        aria-label={label}
        onClick={() => setDraft((current) => toggleField(current, field))}
      >
        <View className={mark ? 'return-form__box return-form__box--ticked' : 'return-form__box'} />
        <Text className="return-form__label">{label}</Text>
        {mark?.reason && !active && <Text className="return-form__given">{REVIEW_REASON_LABELS[mark.reason]}</Text>}
      </View>
      {(active || (mark && !mark.reason)) && (
        <Reasons draft={draft} setDraft={setDraft} fields={fields} field={field} />
      )}
      {mark && (active || mark.note) && (
        <TextInput
          label={`${label}${STAFF_TEXT.note}`}
          value={mark.note}
          placeholder={STAFF_TEXT.noteHint}
          maxLength={NOTE_LIMIT}
          onChange={(note) => setDraft((current) => setNote(current, field, note))}
        />
      )}
    </View>
  );
}

/** What the applicant must mend: tick, reason, words. */
export const ReturnForm = ({ draft, setDraft, fields }: FormPart) => (
  <View className="return-form">
    {fields.map((field) => (
      <FieldMark key={field} draft={draft} setDraft={setDraft} fields={fields} field={field} />
    ))}
  </View>
);
