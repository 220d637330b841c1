import { LATIN_NAME_LIMIT, maskPhone } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../../components/card';
import { CodeField } from '../../../../components/code-field';
import { ConsentTick } from '../../../../components/consent-tick';
import { FormField } from '../../../../components/form-field';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextInput } from '../../../../components/text-input';
import { TextLink } from '../../../../components/text-link';
import { CodePicture } from '../../../../features/code-picture';
import { ID_KEYBOARD_LACKS_LETTERS } from '../../../../platform/input-keyboard';
import { IDENTITY_TEXT } from '../../text';
import type { useIdentity } from './use-identity';

const FIELDS = [
  { field: 'name', kind: 'text', maxLength: LATIN_NAME_LIMIT },
  // With room for the spaces in a pasted number.
  { field: 'idNumber', kind: 'id-number', maxLength: 24 },
  { field: 'phone', kind: 'digits', maxLength: 11 },
] as const;

export interface IdentityFormProps {
  readonly identity: ReturnType<typeof useIdentity>;
  /** 138****1234, the number of the account. */
  readonly phoneMasked: string;
}

/** The code that proves a number other than the account's own. */
function PhoneProof({ proof }: { readonly proof: IdentityFormProps['identity']['phoneProof'] }) {
  const { code, setCode, sentTo, secondsLeft, picture, send } = proof;
  return (
    <>
      <CodePicture picture={picture} />
      <CodeField
        label={IDENTITY_TEXT.phoneCode}
        value={code}
        error={null}
        hint={sentTo ? IDENTITY_TEXT.phoneCodeSent(maskPhone(sentTo)) : IDENTITY_TEXT.phoneCodeHint}
        onChange={setCode}
        send={{ secondsLeft, sentBefore: sentTo !== null, pending: send.pending, onTap: () => void send.run() }}
      />
      <ProblemNotice problem={send.problem} />
    </>
  );
}

/** Name, ID number, phone, and the separate consent that a sensitive number needs (个人信息保护法 第二十九条). */
export function IdentityForm({ identity, phoneMasked }: IdentityFormProps) {
  const { person, errors, type, leave } = identity;
  // The keyboard of ID numbers has no letters but X.
  const [letters, setLetters] = useState(false);
  const hints = {
    name: IDENTITY_TEXT.nameHint,
    idNumber: IDENTITY_TEXT.idNumberHint,
    phone: IDENTITY_TEXT.phoneHint(phoneMasked),
  };
  return (
    <>
      <Card title={IDENTITY_TEXT.title}>
        {FIELDS.map(({ field, kind, maxLength }) => (
          <FormField key={field} label={IDENTITY_TEXT.labels[field]} hint={hints[field]} error={errors[field]}>
            <TextInput
              label={IDENTITY_TEXT.labels[field]}
              kind={kind === 'id-number' && letters ? 'text' : kind}
              maxLength={maxLength}
              value={person[field]}
              wrong={errors[field] !== null}
              onChange={(value) => type(field, value)}
              onLeave={() => leave(field)}
            />
          </FormField>
        ))}
        {ID_KEYBOARD_LACKS_LETTERS && !letters && (
          <TextLink onTap={() => setLetters(true)}>{IDENTITY_TEXT.letters}</TextLink>
        )}
        {identity.needsPhoneProof && <PhoneProof proof={identity.phoneProof} />}
      </Card>
      <Card>
        <Text className="apply-identity__purpose">{IDENTITY_TEXT.purpose}</Text>
        <ConsentTick
          label={IDENTITY_TEXT.consent}
          ticked={identity.consent}
          onChange={identity.agree}
          error={identity.consentMissing ? IDENTITY_TEXT.consentMissing : null}
        >
          {IDENTITY_TEXT.consent}
        </ConsentTick>
      </Card>
    </>
  );
}
