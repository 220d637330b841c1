import { endpoints, phoneChangeRefusalSchema, type StaffPhoneChange } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask, say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { STAFF_PHONE_CHANGE_TEXT as TEXT } from '../../texts-phone-changes';

/** State and acts of deciding about changed numbers. */
export function usePhoneChanges() {
  const list = useLoad(() => call(endpoints.phoneChanges.listChanges), '');
  /** The id of the change that is being refused. */
  const [refusing, setRefusing] = useState<string | null>(null);
  const form = useFields({ reason: (reason) => checkField(phoneChangeRefusalSchema, reason) });

  const approve = useAction(async ({ id, revision, nameMasked, newPhoneMasked }: StaffPhoneChange) => {
    const text = TEXT.approveText(nameMasked, newPhoneMasked);
    if (!(await ask({ title: TEXT.approveTitle, text, confirm: TEXT.yes }))) {
      return;
    }
    try {
      await call(endpoints.phoneChanges.approveChange, { params: { phoneChangeId: id }, body: { revision } });
      say(TEXT.approved);
    } finally {
      // Also after a refusal: somebody else may have decided meanwhile.
      await list.reload();
    }
  });
  const refuse = useAction(async ({ id, revision }: StaffPhoneChange) => {
    if (!form.pass('reason')) {
      return;
    }
    const body = { revision, reason: form.values.reason };
    try {
      await call(endpoints.phoneChanges.refuseChange, { params: { phoneChangeId: id }, body });
      say(TEXT.refused);
      setRefusing(null);
      form.clear();
    } finally {
      await list.reload();
    }
  });
  return { list, refusing, setRefusing, form, approve, refuse };
}
