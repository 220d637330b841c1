import { endpoints } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { goOn } from '../../order-flow/go-on';
import { joinLoads } from '../../order-flow/join-loads';
import { useStepOrder } from '../../order-flow/use-step-order';
import { consentObstacle, consentState } from './consent-state';
import { readDevice } from './read-device';
import { useReading } from './use-reading';

/** State of step ②. */
export function useContract(orderId: string) {
  const { frame, here } = useStepOrder('contract', orderId);
  // The text waits for the order: before the real-name check it would be refused.
  const text = useLoad(
    async () => (here ? call(endpoints.contracts.readContractText, { params: { orderId } }) : null),
    here ? orderId : '',
    { onShow: false },
  );
  const consent = here && text.data ? consentState(here.contract, text.data) : null;
  const needed = consent === 'open' || consent === 'renew';
  const [ticked, setTicked] = useState(false);
  const [tickedTooEarly, setTickedTooEarly] = useState(false);
  const [outdated, setOutdated] = useState(false);
  const reading = useReading(needed && text.data ? text.data.sha256 : null);
  const obstacle = needed ? consentObstacle(reading.reachedEnd, ticked) : null;

  const agree = useAction(async () => {
    if (!text.data || obstacle) {
      return;
    }
    const { version, sha256 } = text.data;
    const order = await call(endpoints.contracts.recordConsent, {
      params: { orderId },
      body: {
        version,
        sha256,
        agreed: ticked,
        readToEnd: reading.reachedEnd,
        readingSeconds: Math.min(reading.seconds(), 86_400),
        device: readDevice(),
      },
    });
    await goOn(order);
  });

  const isOutdated = agree.problem?.code === 'contracts.version_outdated';
  const { reload } = text;
  const { clearProblem } = agree;
  useEffect(() => {
    if (isOutdated) {
      setOutdated(true);
      setTicked(false);
      void reload();
    }
  }, [isOutdated, reload]);

  return {
    frame: joinLoads(frame, text),
    order: here,
    text: text.data,
    consent,
    /** The text changed while it was read, or since it was agreed to. */
    renewed: outdated || consent === 'renew',
    reading,
    obstacle,
    ticked,
    tickedTooEarly: tickedTooEarly && !reading.reachedEnd,
    tick: (value: boolean) => {
      setTickedTooEarly(!reading.reachedEnd);
      setTicked(reading.reachedEnd && value);
      clearProblem();
    },
    agree,
    /** The one failure that is explained in the page and mended by reading again. */
    problem: isOutdated ? null : agree.problem,
  };
}
