import {
  endpoints,
  IDENTITY_CONSENT_VERSION,
  type IdentityCheckReason,
  type OwnIdentityCheck,
} from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { IDENTITY_CHECK_TEXT } from '../../texts-identity-check';
import { draftOf, type TypedPerson } from './typed-person';

export interface StaffCheckNeeds {
  readonly orderId: string | undefined;
  readonly person: TypedPerson;
  readonly reason: IdentityCheckReason | null;
  /** Checks fields and consent as the automatic way does; whether nothing is missing. */
  readonly pass: () => boolean;
  readonly phoneProof: () => Promise<object>;
  readonly onRequested: (check: OwnIdentityCheck) => void;
}

/** Asking staff to look at the photos. */
export function useStaffCheck({ orderId, person, reason, pass, phoneProof, onRequested }: StaffCheckNeeds) {
  const [nameNote, setNameNote] = useState('');
  const [nameNoteError, setNameNoteError] = useState<string | null>(null);
  const request = useAction(async () => {
    if (!orderId || !reason) {
      return;
    }
    const body = {
      orderId,
      ...draftOf(person),
      reason,
      consentVersion: IDENTITY_CONSENT_VERSION,
      ...(reason === 'name' ? { nameNote: nameNote.trim() } : {}),
      ...(await phoneProof()),
    };
    onRequested(await call(endpoints.identityChecks.requestCheck, { body }));
  });
  return {
    nameNote,
    nameNoteError,
    describeName: (note: string) => {
      setNameNote(note);
      setNameNoteError(null);
    },
    request,
    submit: () => {
      const isNoteMissing = reason === 'name' && nameNote.trim() === '';
      setNameNoteError(isNoteMissing ? IDENTITY_CHECK_TEXT.nameNoteMissing : null);
      if (pass() && !isNoteMissing) {
        void request.run();
      }
    },
  };
}
