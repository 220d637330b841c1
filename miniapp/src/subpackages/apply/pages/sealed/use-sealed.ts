import { endpoints } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useDownloaded } from '../../../../features/use-downloaded';
import { usePolling } from '../../../../features/use-polling';
import { openPdf } from '../../../../platform/open-document';
import { localStorage } from '../../../../platform/storage';
import { goOn } from '../../order-flow/go-on';
import { useStepOrder } from '../../order-flow/use-step-order';
import { rememberOpened, wasOpened } from './opened-contract';
import { sealingWait } from './sealing-wait';

const POLL_INTERVAL_MS = 2000;
const FAILED_POLL_INTERVAL_MS = 30_000;

/** Milliseconds now, renewed every second while `active`. */
function useClock(active: boolean): number {
  const [now, setNow] = useState(Date.now);
  usePolling(active, 1000, async () => setNow(Date.now()));
  return now;
}

/** The PDF, fetched as soon as there is one: opening it must follow the tap at once, or browsers block the window. */
function useContractPdf(orderId: string, sha256: string | null) {
  const pdf = useDownloaded(endpoints.contracts.readContractPdf, sha256 ? { params: { orderId } } : null);
  const [opened, setOpened] = useState<string | null>(null);
  const [blocked, setBlocked] = useState(false);

  const open = useAction(async () => {
    if (!pdf.data || !sha256) {
      return;
    }
    const shown = await openPdf(pdf.data);
    setBlocked(!shown);
    if (shown) {
      rememberOpened(localStorage, sha256);
      setOpened(sha256);
    }
  });

  return { pdf, open, blocked, opened: sha256 !== null && (opened === sha256 || wasOpened(localStorage, sha256)) };
}

/** State of step ④. */
export function useSealed(orderId: string) {
  const { order, frame, here } = useStepOrder('sealed', orderId);
  const sealing = here?.contract.state === 'sealing';
  const [since] = useState(Date.now);
  const now = useClock(sealing);
  usePolling(sealing, POLL_INTERVAL_MS, order.reload);

  const failed = here?.contract.state === 'failed';
  // A member of staff may have it made again while the page is open.
  usePolling(failed, FAILED_POLL_INTERVAL_MS, order.reload);

  const contract = here && !sealing && !failed ? here.contract : null;
  const sha256 = contract?.sha256 ?? null;
  const { pdf, open, blocked, opened } = useContractPdf(orderId, sha256);
  const acknowledged = contract?.state === 'acknowledged';
  const [ticked, setTicked] = useState(false);
  const [tickedTooEarly, setTickedTooEarly] = useState(false);

  const confirm = useAction(async () => {
    if (sha256 && ticked && opened) {
      const body = { sha256, read: ticked };
      await goOn(await call(endpoints.contracts.acknowledgeContract, { params: { orderId }, body }));
    }
  });

  // The contract was made anew meanwhile: the order names the new one, which must be fetched and opened.
  const replaced = confirm.problem?.code === 'contracts.digest_mismatch';
  const reloadOrder = order.reload;
  const reloadPdf = pdf.reload;
  useEffect(() => {
    if (replaced) {
      setTicked(false);
      void reloadOrder();
      void reloadPdf();
    }
  }, [replaced, reloadOrder, reloadPdf]);

  return {
    frame,
    order: here,
    sealing,
    failed,
    wait: sealingWait(since, now),
    contract,
    acknowledged,
    pdf,
    open,
    blocked,
    opened,
    ticked: ticked && opened,
    tickedTooEarly: tickedTooEarly && !opened,
    tick: (value: boolean) => {
      setTickedTooEarly(!opened);
      setTicked(opened && value);
      confirm.clearProblem();
    },
    confirm,
  };
}
