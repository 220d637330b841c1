import { endpoints, SIGNED_CONTRACT_STATES } from '@acceptance/shared';
import { useEffect, useMemo, useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { localStorage } from '../../../../platform/storage';
import { goOn } from '../../order-flow/go-on';
import { joinLoads } from '../../order-flow/join-loads';
import { scrollToTop } from '../../order-flow/scroll-to-top';
import { useStepOrder } from '../../order-flow/use-step-order';
import { consentObstacle, consentState } from './consent-state';
import { createKeptReading } from './kept-reading';
import { readDevice } from './read-device';
import { useConsentTicks } from './use-consent-ticks';
import { useReading } from './use-reading';

/** What was filled in is to be mended before there is anything to read. */
const WRONG_DETAILS: readonly string[] = ['units.role_mismatch', 'contracts.unprintable'];

/** Why the contract is read anew: another text, or other facts in it. */
const STALE = {
  'contracts.version_outdated': 'text',
  'contracts.details_changed': 'details',
} as const;
type Renewal = (typeof STALE)[keyof typeof STALE];

/** The server asks for the second tick, or for another reading: its clock and rules count. */
const ASKED_TO_CONFIRM = 'contracts.read_in_haste';
const ASKED_TO_READ_ANEW = 'contracts.reading_time_wrong';

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
  const [isAsked, setIsAsked] = useState(false);
  const [renewal, setRenewal] = useState<Renewal | null>(null);
  const textKey = text.data && `${text.data.sha256}/${text.data.detailsSha256}`;
  const ticks = useConsentTicks(textKey);
  const { ticked, confirmsRead } = ticks;
  const kept = useMemo(() => createKeptReading(localStorage, orderId), [orderId]);
  const reading = useReading(needed && text.data && textKey ? { key: textKey, text: text.data } : null, kept);
  const hurried = reading.reachedEnd && (reading.hurried || isAsked);
  const obstacle = needed ? consentObstacle({ ...reading, hurried, ticked, confirmsRead }) : null;

  const agree = useAction(async () => {
    const times = reading.times();
    if (!text.data || !times || obstacle) {
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
        ...times,
        confirmsRead,
        device: readDevice(),
      },
    });
    reading.finish();
    order.setData(agreed);
    await goOn(agreed);
  });

  const refusal = agree.problem?.code;
  const stale = staleness(refusal);
  const { reload } = text;
  const { clearProblem } = agree;
  useEffect(() => {
    if (stale) {
      setRenewal(stale);
      void scrollToTop();
      void reload();
    }
  }, [stale, reload]);
  const isWrongTime = refusal === ASKED_TO_READ_ANEW;
  const { startAnew } = reading;
  useEffect(() => {
    if (isWrongTime) {
      // Read from when the server gives it, which it notes.
      void reload().then(startAnew);
    }
  }, [isWrongTime, reload, startAnew]);
  // What was ticked was another contract, or has to be read again.
  const { untick } = ticks;
  const unticks = stale !== null || isWrongTime;
  useEffect(() => {
    if (unticks) {
      untick();
    }
  }, [unticks, untick]);
  useEffect(() => {
    if (refusal === ASKED_TO_CONFIRM) {
      setIsAsked(true);
    }
  }, [refusal]);

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
    tickedTooEarly: ticks.tickedTooEarly && !reading.reachedEnd,
    tick: (value: boolean) => {
      ticks.setTickedTooEarly(!reading.reachedEnd);
      ticks.setTicked(reading.reachedEnd && value);
      clearProblem();
    },
    /** The second tick is asked for. */
    hurried,
    confirmsRead,
    confirmRead: ticks.confirmRead,
    agree,
    /** The failures that are explained in the page and mended by reading again. */
    problem: stale ? null : agree.problem,
  };
}
