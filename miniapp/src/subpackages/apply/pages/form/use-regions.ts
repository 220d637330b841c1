import { endpoints, type Region } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../../api/client';

/** Once a launch: the list is the same for everybody. */
let kept: readonly Region[] | null = null;

/** The regions to choose from; null while they come, and when they do not: then one types. */
export function useRegions(): { readonly regions: readonly Region[] | null; readonly loading: boolean } {
  const [regions, setRegions] = useState(kept);
  const [loading, setLoading] = useState(kept === null);
  useEffect(() => {
    if (kept) {
      return undefined;
    }
    let isLeft = false;
    const finish = (found: readonly Region[] | null) => {
      kept = found ?? kept;
      if (!isLeft) {
        setRegions(found);
        setLoading(false);
      }
    };
    call(endpoints.public.listRegions).then(
      ({ items }) => finish(items),
      () => finish(null),
    );
    return () => {
      isLeft = true;
    };
  }, []);
  return { regions, loading };
}
