import { LATIN_NAME_LIMIT } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../../components/card';
import { ConsentTick } from '../../../../components/consent-tick';
import { Notice } from '../../../../components/notice';
import { TextField } from '../../../../components/text-field';
import { TextLink } from '../../../../components/text-link';
import { ID_KEYBOARD_LACKS_LETTERS } from '../../../../platform/input-keyboard';
import { CONSENT_TEXT, IDENTITY_TEXT as TEXT } from '../../texts-identity';
import { PhoneChoice } from './phone-choice';
import type { useIdentity } from './use-identity';

const FIELDS = [
  { field: 'name', kind: 'text', maxLength: LATIN_NAME_LIMIT },
  // With room for the spaces in a pasted number.
  { field: 'idNumber', kind: 'id-number', maxLength: 24 },
] as const;

export interface IdentityFormProps {
  readonly identity: ReturnType<typeof useIdentity>;
  /** 138****1234, the number that signs in. */
  readonly phoneMasked: string;
}

/** Name, ID number and phone. */
export function IdentityForm({ identity, phoneMasked }: IdentityFormProps) {
  const { form, errors } = identity;
  // The keyboard of ID numbers has no letters but X.
  const [letters, setLetters] = useState(false);
  const hints = { name: TEXT.nameHint, idNumber: TEXT.idNumberHint };
  return (
    <>
      {form.restored && <Notice>{TEXT.restored}</Notice>}
      <Card title={TEXT.title}>
        {FIELDS.map(({ field, kind, maxLength }) => (
          <View key={field}>
            <TextField
              label={TEXT.labels[field]}
              hint={hints[field]}
              error={errors[field]}
              kind={kind === 'id-number' && letters ? 'code' : kind}
              maxLength={maxLength}
              value={form.person[field]}
              onChange={(value) => identity.type(field, value)}
              onLeave={() => form.leave(field)}
            />
            {field === 'name' && (
              <TextLink onTap={() => identity.sayUntypable(!identity.isUntypable)}>
                {identity.isUntypable ? TEXT.canType : TEXT.cannotType}
              </TextLink>
            )}
          </View>
        ))}
        {ID_KEYBOARD_LACKS_LETTERS && !letters && <TextLink onTap={() => setLetters(true)}>{TEXT.letters}</TextLink>}
        <PhoneChoice identity={identity} ownMasked={phoneMasked} />
      </Card>
    </>
  );
}

/** The separate consent that a sensitive number needs (个人信息保护法 第二十九条). */
export const IdentityConsent = ({ consent }: Pick<IdentityFormProps['identity'], 'consent'>) => (
  <Card>
    <Text className="apply-identity__purpose">{CONSENT_TEXT.purpose}</Text>
    <ConsentTick
      label={CONSENT_TEXT.consent}
      ticked={consent.ticked}
      onChange={consent.agree}
      error={consent.missing ? TEXT.consentMissing : null}
    >
      {CONSENT_TEXT.consent}
    </ConsentTick>
  </Card>
);
