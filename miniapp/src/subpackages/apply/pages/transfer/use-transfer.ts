import { endpoints, type FileView, type OwnTransfer } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../../api/client';
import { ask } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { redirectTo } from '../../../../platform/navigation';
import { usePhotoSender } from '../../photo/use-photo-sender';
import { TRANSFER_TEXT as TEXT } from '../../texts-transfer';

const { bankTransfers } = endpoints;
/** Finance takes hours; whoever leaves the page open sees it all the same. */
const POLL_MS = 30_000;

/** Coming here is choosing it: the code is made with the first look. */
async function readTransfer(orderId: string): Promise<OwnTransfer> {
  const transfer = await call(bankTransfers.readTransfer, { params: { orderId } });
  return transfer.offered && transfer.state === null
    ? call(bankTransfers.chooseTransfer, { params: { orderId } })
    : transfer;
}

/** Paying by transfer: the account, the slip, and how the check stands. */
export function useTransfer(orderId: string) {
  const load = useLoad(() => readTransfer(orderId), orderId);
  const [note, setNote] = useState('');
  const [sent, setSent] = useState<FileView | null>(null);
  const { data, setData, reload } = load;
  const state = data?.state ?? null;
  const isSettled = state === 'paid' || state === 'returning' || state === 'returned';
  useEffect(() => {
    if (isSettled) {
      void redirectTo('payResult', { orderId });
    }
  }, [isSettled, orderId]);
  usePolling(state === 'handed-in', POLL_MS, reload);

  const sender = usePhotoSender({ orderId, purpose: 'transfer-slip', onSent: async (file) => setSent(file) });
  const submit = useAction(async () => {
    if (sent) {
      const body = { fileId: sent.id, ...(note.trim() && { note: note.trim() }) };
      setData(await call(bankTransfers.handInSlip, { params: { orderId }, body }));
      setSent(null);
      setNote('');
    }
  });
  const withdraw = useAction(async () => {
    const question = { title: TEXT.withdrawTitle, text: TEXT.withdrawText, confirm: TEXT.withdrawYes };
    if (await ask({ ...question, dangerous: true })) {
      setData(await call(bankTransfers.withdrawSlip, { params: { orderId } }));
    }
  });
  return { load, note, setNote, sent, sender, submit, withdraw };
}
export type TransferPage = ReturnType<typeof useTransfer>;
