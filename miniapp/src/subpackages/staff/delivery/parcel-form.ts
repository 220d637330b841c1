import { type ParcelToSend, parcelToSendSchema } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { fieldMessage, type Problem } from '../../../api/problem';
import { checkField } from '../../../features/check-field';

type Field = keyof ParcelToSend;
type Wrong = Readonly<Record<Field, string | null>>;

const RIGHT: Wrong = { courier: null, trackingNumber: null };

export const wrongFields = (typed: ParcelToSend): Wrong => ({
  courier: checkField(parcelToSendSchema.entries.courier, typed.courier),
  trackingNumber: checkField(parcelToSendSchema.entries.trackingNumber, typed.trackingNumber),
});

/** Courier and number of a parcel as they are typed. */
export function useParcelForm(initial: ParcelToSend) {
  const [typed, setTyped] = useState(initial);
  const [wrong, setWrong] = useState(RIGHT);
  // A scanner presses Enter before the page has drawn its last digit.
  const latest = useRef(typed);
  return {
    typed,
    change: (field: Field, value: string) => {
      latest.current = { ...latest.current, [field]: value };
      setTyped(latest.current);
      setWrong((before) => ({ ...before, [field]: null }));
    },
    /** What was typed, when it can be sent; else the fields say why not. */
    take: (): ParcelToSend | null => {
      const found = wrongFields(latest.current);
      setWrong(found);
      return found.courier === null && found.trackingNumber === null ? latest.current : null;
    },
    errorOf: (field: Field, problem: Problem | null): string | null => wrong[field] ?? fieldMessage(problem, field),
  };
}
export type ParcelForm = ReturnType<typeof useParcelForm>;
