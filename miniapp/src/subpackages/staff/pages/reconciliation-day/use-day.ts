import { differenceNoteSchema, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { download } from '../../../../api/download';
import { say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { saveFile } from '../../../../platform/save-file';
import { forgetFile } from '../../platform/forget-file';
import { STAFF_RECONCILIATION_TEXT as TEXT } from '../../texts-reconciliation';

const { reconciliation } = endpoints;
const LOOK_MS = 3_000;

/** One day, and what finance does about it. */
export function useDay(day: string) {
  const params = { day };
  const load = useLoad(() => call(reconciliation.readDay, { params }), day);
  usePolling(load.data?.isUnderWay ?? false, LOOK_MS, load.reload);
  const form = useFields({ note: (typed) => checkField(differenceNoteSchema, typed) });
  /** The difference whose outcome is being written. */
  const [writing, setWriting] = useState<string | null>(null);

  const again = useAction(async () => {
    load.setData(await call(reconciliation.compareAgain, { params }));
    say(TEXT.asked);
  });
  const fetching = useAction(async () => {
    const path = await download(reconciliation.readSheet, { params });
    await saveFile(path, TEXT.downloadName(day));
    forgetFile(path);
  });
  const note = useAction(async (differenceId: string) => {
    if (form.pass('note')) {
      const body = { note: form.values.note };
      load.setData(await call(reconciliation.settleDifference, { params: { day, differenceId }, body }));
      form.clear();
      setWriting(null);
      say(TEXT.saved);
    }
  });
  const write = (differenceId: string | null) => {
    form.clear();
    setWriting(differenceId);
  };
  return { load, form, writing, write, again, fetching, note };
}
export type DayPage = ReturnType<typeof useDay>;
