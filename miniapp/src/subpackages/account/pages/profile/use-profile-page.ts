import { endpoints, type ProfileNumbers } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';

/** State and acts of the account's own page. Full numbers are shown on purpose only, and every look is recorded. */
export function useProfilePage() {
  const load = useLoad(async () => {
    const [account, profile] = await Promise.all([
      call(endpoints.account.readAccount),
      call(endpoints.account.readProfile),
    ]);
    return { account, profile };
  }, '');
  const [numbers, setNumbers] = useState<ProfileNumbers | null>(null);
  const showNumbers = useAction(async () => {
    setNumbers(numbers ? null : await call(endpoints.account.showNumbers));
  });
  return { load, numbers, showNumbers };
}
