import { REVIEW_REASONS } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { TextInput } from '../../../components/text-input';
import { REVIEW_REASON_LABELS } from '../../../text/labels';
import { STAFF_TEXT } from '../text';
import { NOTE_LIMIT, setNote, setReason, toggleMark } from './decision-draft';
import type { MarkTarget } from './mark-target';
import './return-form.scss';
import type { Review } from './use-review';

type FormPart = Pick<Review, 'draft' | 'setDraft'>;

const Reasons = ({ draft, setDraft, target }: FormPart & { readonly target: MarkTarget }) => (
  <View className="return-form__reasons" role="radiogroup" aria-label={target.label}>
    {REVIEW_REASONS.map((reason, index) => {
      const chosen = draft.marks[target.key]?.reason === reason;
      return (
        <View
          key={reason}
          className={chosen ? 'return-form__reason return-form__reason--chosen' : 'return-form__reason'}
          role="radio"
          aria-checked={chosen}
          aria-label={REVIEW_REASON_LABELS[reason]}
          onClick={() => setDraft((current) => setReason(current, target.key, reason))}
        >
          <Text className="return-form__number">{index + 1}</Text>
          <Text>{REVIEW_REASON_LABELS[reason]}</Text>
        </View>
      );
    })}
  </View>
);

function TargetMark({ draft, setDraft, target }: FormPart & { readonly target: MarkTarget }) {
  const { key, label } = target;
  const mark = draft.marks[key];
  const active = draft.activeKey === key;
  return (
    <View className={active ? 'return-form__field return-form__field--active' : 'return-form__field'}>
      <View
        className="return-form__line"
        role="checkbox"
        aria-checked={Boolean(mark)}
        aria-label={label}
        onClick={() => setDraft((current) => toggleMark(current, key))}
      >
        <View className={mark ? 'return-form__box return-form__box--ticked' : 'return-form__box'} />
        <Text className="return-form__label">{label}</Text>
        {mark?.marked && <Text className="return-form__given">{STAFF_TEXT.spotMarked}</Text>}
        {mark?.reason && !active && <Text className="return-form__given">{REVIEW_REASON_LABELS[mark.reason]}</Text>}
      </View>
      {(active || (mark && !mark.reason)) && <Reasons draft={draft} setDraft={setDraft} target={target} />}
      {mark && (active || mark.note) && (
        <TextInput
          label={`${label}${STAFF_TEXT.note}`}
          value={mark.note}
          placeholder={STAFF_TEXT.noteHint}
          maxLength={NOTE_LIMIT}
          onChange={(note) => setDraft((current) => setNote(current, key, note))}
        />
      )}
    </View>
  );
}

/** What the applicant must mend: tick, reason, words. */
export const ReturnForm = ({ draft, setDraft, targets }: FormPart & Pick<Review, 'targets'>) => (
  <View className="return-form">
    {targets.map((target) => (
      <TargetMark key={target.key} draft={draft} setDraft={setDraft} target={target} />
    ))}
  </View>
);
