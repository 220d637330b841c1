import { endpoints } from '@acceptance/shared';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';

const readPage = (cursor?: string) => call(endpoints.personalData.listLooks, { query: { cursor } });

/** What the staff have looked at, the newest first, page after page. */
export function useLooks() {
  const load = useLoad(() => readPage(), 'looks');
  const showMore = useAction(async () => {
    if (load.data?.nextCursor) {
      const next = await readPage(load.data.nextCursor);
      load.setData({ ...next, items: [...load.data.items, ...next.items] });
    }
  });
  return { load, showMore };
}
