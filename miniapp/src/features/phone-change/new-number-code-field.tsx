import { maskPhone } from '@acceptance/shared';
import { CodeField } from '../../components/code-field';
import { PHONE_CHANGE_TEXT as TEXT } from '../../text/phone-change';
import { CodePicture } from '../code-picture';
import type { NewNumberCode } from './use-new-number-code';

interface NewNumberCodeFieldProps {
  readonly code: NewNumberCode;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}

/** The code that went to the new number, and the picture that may be asked for before. */
export const NewNumberCodeField = ({ code, ...field }: NewNumberCodeFieldProps) => (
  <>
    <CodePicture picture={code.picture} />
    <CodeField
      label={TEXT.code}
      hint={code.sentTo ? TEXT.codeSent(maskPhone(code.sentTo)) : undefined}
      {...field}
      send={{
        secondsLeft: code.secondsLeft,
        sentBefore: code.sentTo !== null,
        pending: code.sendCode.pending,
        onTap: () => void code.sendCode.run(),
      }}
    />
  </>
);
