import { LATIN_NAME_LIMIT } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { ConsentTick } from '../../../../components/consent-tick';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { TextLink } from '../../../../components/text-link';
import { NewNumberCodeField } from '../../../../features/phone-change/new-number-code-field';
import { ReasonField } from '../../../../features/phone-change/reason-field';
import { redirectTo } from '../../../../platform/navigation';
import { PHONE_CHANGE_TEXT as TEXT } from '../../../../text/phone-change';
import type { useChangePhone } from './use-change-phone';

type PageState = ReturnType<typeof useChangePhone>;

const FIELDS = {
  oldPhone: { kind: 'phone', maxLength: 11, hint: TEXT.oldPhoneHint },
  newPhone: { kind: 'phone', maxLength: 11, hint: TEXT.sameName },
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
  const { form, submit } = page;
  const problem = submit.problem ?? page.numberCode.sendCode.problem;
  return (
    <>
      <View className="change-phone__lead">
        <Text>{TEXT.lead}</Text>
        <View className="change-phone__certificate">
          <TextLink onTap={() => void redirectTo('certificateChangePhone')}>{TEXT.byCertificate}</TextLink>
        </View>
      </View>
      <Field field="oldPhone" form={form} submit={submit} />
      <Field field="newPhone" form={form} submit={submit} />
      <NewNumberCodeField
        code={page.numberCode}
        value={form.values.code}
        error={form.errorOf('code', submit.problem)}
        onChange={(code) => form.change('code', code)}
        onLeave={() => form.leave('code')}
      />
      <Field field="name" form={form} submit={submit} />
      <Field field="idNumber" form={form} submit={submit} />
      <ReasonField reason={page.reason} missing={page.reasonMissing} onChange={page.setReason} />
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
