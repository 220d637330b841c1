import { maskPhone } from '@acceptance/shared';
import { ChoiceGroup } from '../../../../components/choice-group';
import { CodeField } from '../../../../components/code-field';
import { FormField } from '../../../../components/form-field';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { CodePicture } from '../../../../features/code-picture';
import { IDENTITY_TEXT as TEXT } from '../../texts-identity';
import type { useIdentity } from './use-identity';
import type { usePhoneProof } from './use-phone-proof';

/** The code that proves a number other than the account's own. */
function PhoneProof({ proof }: { readonly proof: ReturnType<typeof usePhoneProof> }) {
  const { code, setCode, wrong, sentTo, secondsLeft, picture, send } = proof;
  return (
    <>
      <CodePicture picture={picture} />
      <CodeField
        label={TEXT.phoneCode}
        value={code}
        error={wrong}
        hint={sentTo ? TEXT.phoneCodeSent(maskPhone(sentTo)) : TEXT.phoneCodeHint}
        onChange={setCode}
        send={{ secondsLeft, sentBefore: sentTo !== null, pending: send.pending, onTap: () => void send.run() }}
      />
      <ProblemNotice problem={send.problem} />
    </>
  );
}

export interface PhoneChoiceProps {
  readonly identity: ReturnType<typeof useIdentity>;
  /** 138****1234, the number that signs in. */
  readonly ownMasked: string;
}

/** The number that signs in, which is proved already; another one after a tap, with a code that goes to it. */
export function PhoneChoice({ identity, ownMasked }: PhoneChoiceProps) {
  const { form, errors, phoneProof } = identity;
  const { phone } = form.person;
  return (
    <>
      <FormField label={TEXT.phoneChoice} error={phone === null ? errors.phone : null}>
        <ChoiceGroup
          label={TEXT.phoneChoice}
          choices={[
            { value: 'own', label: TEXT.ownPhone(ownMasked) },
            { value: 'other', label: TEXT.otherPhone, hint: TEXT.otherPhoneHint },
          ]}
          value={phone === null ? 'own' : 'other'}
          onChange={(choice) => form.choosePhone(choice === 'own')}
        />
      </FormField>
      {phone !== null && (
        <>
          <TextField
            label={TEXT.labels.phone}
            hint={TEXT.phoneHint}
            kind="phone"
            maxLength={11}
            value={phone}
            error={errors.phone}
            onChange={(value) => identity.type('phone', value)}
            onLeave={() => form.leave('phone')}
          />
          <PhoneProof proof={phoneProof} />
        </>
      )}
    </>
  );
}
