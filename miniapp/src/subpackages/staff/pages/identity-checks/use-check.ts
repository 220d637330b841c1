import { endpoints, identityCheckRefusalSchema } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask, say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { clientError } from '../../../../text/client-error';
import { STAFF_IDENTITY_TEXT as TEXT } from '../../texts-identity-checks';
import { useNamePicture } from './use-name-picture';

/** One person to be checked, and the decision. Opening it is recorded as a look. */
export function useCheck(id: string, onDecided: (id: string) => Promise<void>) {
  const params = { identityCheckId: id };
  // Not read again each time the window comes back: every reading is a recorded look.
  const check = useLoad(() => call(endpoints.identityChecks.readCheck, { params }), id, { onShow: false });
  const [refusing, setRefusing] = useState(false);
  const form = useFields({ reason: (reason) => checkField(identityCheckRefusalSchema, reason) });

  const decide = async (decision: () => Promise<unknown>, words: string) => {
    try {
      await decision();
    } catch (error) {
      // Somebody else may have decided meanwhile.
      await check.reload();
      throw error;
    }
    say(words);
    await onDecided(id);
  };
  const confirm = useAction(async () => {
    const { data } = check;
    if (data?.state !== 'open') {
      return;
    }
    if (data.needsNamePicture && !data.namePicture) {
      throw clientError('identity_checks.name_picture_needed');
    }
    const text = TEXT.confirmText(data.person.name);
    if (await ask({ title: TEXT.confirmTitle, text, confirm: TEXT.yes })) {
      const body = { revision: data.revision };
      await decide(() => call(endpoints.identityChecks.confirmCheck, { params, body }), TEXT.confirmed);
    }
  });
  const refuse = useAction(async () => {
    const { data } = check;
    if (data && form.pass('reason')) {
      const body = { revision: data.revision, reason: form.values.reason };
      await decide(() => call(endpoints.identityChecks.refuseCheck, { params, body }), TEXT.refused);
    }
  });
  const namePicture = useNamePicture(id, check.setData);
  return {
    check,
    namePicture,
    mode: refusing ? ('rejecting' as const) : ('reading' as const),
    form,
    giveReason: (reason: string) => form.change('reason', reason),
    startRefusing: () => setRefusing(check.data?.state === 'open'),
    stopRefusing: () => setRefusing(false),
    confirm,
    refuse,
  };
}

export type Check = ReturnType<typeof useCheck>;
