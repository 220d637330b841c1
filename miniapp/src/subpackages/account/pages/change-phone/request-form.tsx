import { LATIN_NAME_LIMIT, maskPhone, PHONE_CHANGE_REASONS } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { ChoiceGroup } from '../../../../components/choice-group';
import { CodeField } from '../../../../components/code-field';
import { ConsentTick } from '../../../../components/consent-tick';
import { FormField } from '../../../../components/form-field';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { CodePicture } from '../../../../features/code-picture';
import { PHONE_CHANGE_TEXT as TEXT } from '../../texts-phone-change';
import type { useChangePhone } from './use-change-phone';

type PageState = ReturnType<typeof useChangePhone>;

const FIELDS = {
  oldPhone: { kind: 'digits', maxLength: 11, hint: TEXT.oldPhoneHint },
  newPhone: { kind: 'digits', maxLength: 11, hint: TEXT.sameName },
  name: { kind: 'text', maxLength: LATIN_NAME_LIMIT, hint: TEXT.nameHint },
  idNumber: { kind: 'id-number', maxLength: 24, hint: undefined },
} as const;

function Field({ field, form, submit }: Pick<PageState, 'form' | 'submit'> & { readonly field: keyof typeof FIELDS }) {
  const { kind, maxLength, hint } = FIELDS[field];
  const wrong = form.errorOf(field, submit.problem);
  return (
    <TextField
      label={TEXT[field]}
      kind={kind}
      maxLength={maxLength}
      value={form.values[field]}
      onChange={(value) => form.change(field, value)}
      onLeave={() => form.leave(field)}
      hint={hint}
      error={wrong}
    />
  );
}

/** Old and new number, the person, and why. */
export function RequestForm(page: PageState) {
  const { form, submit, sendCode, sentTo } = page;
  const problem = submit.problem ?? sendCode.problem;
  return (
    <>
      <View className="change-phone__lead">
        <Text>{TEXT.lead}</Text>
      </View>
      <Field field="oldPhone" form={form} submit={submit} />
      <Field field="newPhone" form={form} submit={submit} />
      <CodePicture picture={page.picture} />
      <CodeField
        label={TEXT.code}
        value={form.values.code}
        error={form.errorOf('code', submit.problem)}
        hint={sentTo ? TEXT.codeSent(maskPhone(sentTo)) : undefined}
        onChange={(code) => form.change('code', code)}
        onLeave={() => form.leave('code')}
        send={{
          secondsLeft: page.secondsLeft,
          sentBefore: sentTo !== null,
          pending: sendCode.pending,
          onTap: () => void sendCode.run(),
        }}
      />
      <Field field="name" form={form} submit={submit} />
      <Field field="idNumber" form={form} submit={submit} />
      <FormField label={TEXT.reason} error={page.reasonMissing ? TEXT.reasonMissing : null}>
        <ChoiceGroup
          label={TEXT.reason}
          choices={PHONE_CHANGE_REASONS.map((reason) => ({ value: reason, label: TEXT.reasons[reason] }))}
          value={page.reason}
          onChange={page.setReason}
        />
      </FormField>
      <ConsentTick
        label={TEXT.consent}
        ticked={page.consent}
        error={page.consentMissing ? TEXT.consentMissing : null}
        onChange={page.setConsent}
      >
        <Text>{TEXT.consent}</Text>
      </ConsentTick>
      <Text className="change-phone__note">{TEXT.stopIt}</Text>
      <ProblemNotice problem={problem && problem.fields.length === 0 ? problem : null} />
      <PrimaryButton pending={submit.pending} pendingLabel={TEXT.submitting} onTap={() => void submit.run()}>
        {TEXT.submit}
      </PrimaryButton>
    </>
  );
}
