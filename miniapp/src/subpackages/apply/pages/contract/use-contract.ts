import { endpoints, SIGNED_CONTRACT_STATES } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { goOn } from '../../order-flow/go-on';
import { joinLoads } from '../../order-flow/join-loads';
import { scrollToTop } from '../../order-flow/scroll-to-top';
import { useStepOrder } from '../../order-flow/use-step-order';
import { consentObstacle, consentState } from './consent-state';
import { leastSeconds } from './plausible-reading';
import { readDevice } from './read-device';
import { useReading } from './use-reading';

/** What was filled in is to be mended before there is anything to read. */
const WRONG_DETAILS: readonly string[] = ['units.role_mismatch', 'contracts.unprintable'];

/** Why the contract is read anew: another text, or other facts in it. */
const STALE = {
  'contracts.version_outdated': 'text',
  'contracts.details_changed': 'details',
} as const;
type Renewal = (typeof STALE)[keyof typeof STALE];

const staleness = (code: string | null | undefined): Renewal | null =>
  (STALE as Readonly<Record<string, Renewal>>)[code ?? ''] ?? null;

/** State of ④ 阅读合同. */
export function useContract(orderId: string) {
  const { order, frame, here } = useStepOrder('contract', orderId);
  // The text waits for the order: before its facts are there it would be refused.
  const text = useLoad(
    async () => (here ? call(endpoints.contracts.readContractText, { params: { orderId } }) : null),
    here ? orderId : '',
  );
  const consent = here && text.data ? consentState(here.contract, text.data) : null;
  const needed = consent === 'open' || consent === 'renew';
  const [ticked, setTicked] = useState(false);
  const [tickedTooEarly, setTickedTooEarly] = useState(false);
  const [readAll, setReadAll] = useState(false);
  const [renewal, setRenewal] = useState<Renewal | null>(null);
  const textKey = text.data && `${text.data.sha256}/${text.data.detailsSha256}`;
  const reading = useReading(needed ? textKey : null, text.data ? leastSeconds(text.data) : 0);
  const obstacle = needed ? consentObstacle({ ...reading, ticked, readAll }) : null;

  const agree = useAction(async () => {
    if (!text.data || obstacle) {
      return;
    }
    const { version, sha256, detailsSha256 } = text.data;
    const agreed = await call(endpoints.contracts.recordConsent, {
      params: { orderId },
      body: {
        version,
        sha256,
        detailsSha256,
        agreed: ticked,
        readToEnd: reading.reachedEnd,
        readingSeconds: Math.min(reading.seconds(), 86_400),
        device: readDevice(),
      },
    });
    order.setData(agreed);
    await goOn(agreed);
  });

  const stale = staleness(agree.problem?.code);
  const { reload } = text;
  const { clearProblem } = agree;
  useEffect(() => {
    if (stale) {
      setRenewal(stale);
      void scrollToTop();
      void reload();
    }
  }, [stale, reload]);
  // What was ticked was another contract.
  const tickedFor = `${textKey ?? ''} ${stale ?? ''}`;
  useEffect(() => {
    if (tickedFor) {
      setTicked(false);
      setReadAll(false);
    }
  }, [tickedFor]);

  const isDetailWrong = WRONG_DETAILS.includes(text.problem?.code ?? '');
  return {
    frame: isDetailWrong ? frame : joinLoads(frame, text),
    order: here,
    text: isDetailWrong ? null : text.data,
    /** Somebody else is named as the legal representative: nothing to read before that is right. */
    detailProblem: isDetailWrong ? text.problem : null,
    consent,
    isSigned: here !== null && SIGNED_CONTRACT_STATES.includes(here.contract.state),
    /** What changed while it was read, or since it was agreed to. */
    renewed: consent === 'settled' ? null : (renewal ?? (consent === 'renew' ? 'text' : null)),
    reading,
    obstacle,
    ticked,
    tickedTooEarly: tickedTooEarly && !reading.reachedEnd,
    tick: (value: boolean) => {
      setTickedTooEarly(!reading.reachedEnd);
      setTicked(reading.reachedEnd && value);
      clearProblem();
    },
    readAll,
    sayReadAll: setReadAll,
    agree,
    /** The failures that are explained in the page and mended by reading again. */
    problem: stale ? null : agree.problem,
  };
}
