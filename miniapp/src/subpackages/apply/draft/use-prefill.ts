import { type ApplicationFormDraft, type ContactView, type DraftField, endpoints } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../api/client';
import { FIELD_TEXT, FORM_TEXT } from '../texts-form';
import { sameAs } from './change-field';
import { isFillable, isKnown, prefill } from './prefill';

export interface PrefillOptions {
  readonly draft: ApplicationFormDraft | null;
  /** Those that are shown. */
  readonly fields: readonly DraftField[];
  readonly change: (next: (draft: ApplicationFormDraft) => ApplicationFormDraft) => void;
}

/** What is known, asked for once, and only when a field that it fills is open and untouched. When it cannot be read, one types. */
function useContact(isWanted: boolean): ContactView | null {
  const [contact, setContact] = useState<ContactView | null>(null);
  useEffect(() => {
    if (!isWanted) {
      return undefined;
    }
    let isLeft = false;
    call(endpoints.account.readContact).then(
      (found) => {
        if (!isLeft) {
          setContact(found);
        }
      },
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [isWanted]);
  return contact;
}

/** Fills what is known into fields that nobody has touched, and says of a field where it comes from. */
export function usePrefill({ draft, fields, change }: PrefillOptions): {
  noteOf: (field: DraftField) => string | null;
} {
  const isOpen = draft !== null && isFillable(draft, fields);
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen && !wasOpen) {
    setWasOpen(true);
  }
  const contact = useContact(wasOpen);

  useEffect(() => {
    if (draft && contact && prefill(draft, contact, fields) !== draft) {
      change((latest) => prefill(latest, contact, fields));
    }
  });

  return {
    noteOf: (field) => {
      const source = draft && sameAs(draft, field);
      if (source) {
        return FORM_TEXT.sameAs(FIELD_TEXT[source].label);
      }
      return draft && contact && isKnown(draft, contact, field) ? FORM_TEXT.fromAccount : null;
    },
  };
}
