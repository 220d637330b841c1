import { type DataExport, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { download } from '../../../../api/download';
import { ask, say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { useProof } from '../../../../features/use-proof';
import { saveFile, savesAtOnce } from '../../../../platform/save-file';
import { MY_DATA_TEXT as TEXT } from '../../texts-my-data';

const POLL_MS = 3000;

/** State and acts of one's own data: exports, and the deletion of the account. */
export function useMyData() {
  const load = useLoad(async () => {
    const [account, exports, deletion] = await Promise.all([
      call(endpoints.account.readAccount),
      call(endpoints.personalData.listExports),
      call(endpoints.personalData.readDeletion),
    ]);
    return { phoneMasked: account.phoneMasked, exports: exports.items, deletion };
  }, '');
  const proof = useProof();
  const [fetched, setFetched] = useState<{ readonly id: string; readonly path: string } | null>(null);
  const [deleting, setDeleting] = useState(false);
  const isPreparing = load.data?.exports.some(({ state }) => state === 'preparing') ?? false;
  usePolling(isPreparing, POLL_MS, load.reload);

  const startExport = useAction(async () => {
    if (proof.form.pass('code')) {
      await call(endpoints.personalData.requestExport, { body: proof.form.values });
      proof.form.clear();
      await load.reload();
    }
  });
  const fetchExport = useAction(async ({ id }: DataExport) => {
    const path = await download(endpoints.personalData.readExport, { params: { exportId: id } });
    if (savesAtOnce) {
      await saveFile(path, TEXT.fileName);
      say(TEXT.saved);
    } else {
      // WeChat hands files out only in the turn of a tap; downloading takes longer.
      setFetched({ id, path });
    }
  });
  const send = (path: string) => void saveFile(path, TEXT.fileName);

  const requestDeletion = useAction(async () => {
    const days = load.data?.deletion.waitingDays ?? 0;
    const question = { title: TEXT.askTitle, text: TEXT.askText(days), confirm: TEXT.yes, dangerous: true };
    if (!proof.form.pass('code') || !(await ask(question))) {
      return;
    }
    await call(endpoints.personalData.requestDeletion, { body: proof.form.values });
    proof.form.clear();
    setDeleting(false);
    await load.reload();
  });
  const cancelDeletion = useAction(async () => {
    await call(endpoints.personalData.cancelDeletion);
    say(TEXT.kept);
    await load.reload();
  });

  return {
    load,
    proof,
    startExport,
    fetchExport,
    fetched,
    send,
    deleting,
    setDeleting,
    requestDeletion,
    cancelDeletion,
  };
}
