import { endpoints, type StaffIdentityCheck } from '@acceptance/shared';
import { useState } from 'react';
import { uploadFile } from '../../../../api/upload';
import { sayAccessOutcome } from '../../../../features/say-access-outcome';
import { useAction } from '../../../../features/use-action';
import { choosePhoto } from '../../../../platform/choose-photo';
import type { AccessOutcome, AccessRefusal } from '../../../../platform/photo-access';
import { pictureError } from '../../../../text/picture-error';

/** Sends a picture of the name; the server answers with what it makes of it. */
export function useNamePicture(identityCheckId: string, onSent: (check: StaffIdentityCheck) => void) {
  const [refusal, setRefusal] = useState<AccessRefusal | null>(null);
  const choose = useAction(async () => {
    const choice = await choosePhoto('album');
    setRefusal(choice.kind === 'refused' ? choice.refusal : null);
    if (choice.kind === 'unreadable') {
      throw pictureError('files.damaged');
    }
    if (choice.kind === 'chosen') {
      const params = { identityCheckId };
      onSent(await uploadFile(endpoints.identityChecks.putNamePicture, { params }, choice.photo));
    }
  });
  return {
    choose,
    refusal,
    reconsidered: (outcome: AccessOutcome) => {
      sayAccessOutcome(outcome);
      if (outcome === 'given') {
        setRefusal(null);
      }
    },
  };
}

export type NamePictureUpload = ReturnType<typeof useNamePicture>;
