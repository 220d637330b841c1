import { endpoints, ORDER_KIND_RULES, type SuccessorKind } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { APPLICATION_ROUTES } from '../../../../features/application-step-routes';
import { newClientToken } from '../../../../features/client-token';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { redirectTo } from '../../../../platform/navigation';

/** State and acts of the page before an order begins with a certificate. */
export function useFollow(certificateId: string, kind: SuccessorKind) {
  const params = { certificateId };
  const load = useLoad(async () => {
    const [certificate, lifeCycle] = await Promise.all([
      call(endpoints.certificates.readCertificate, { params }),
      call(endpoints.lifeCycle.readLifeCycle, { params }),
    ]);
    return { certificate, lifeCycle };
  }, `${certificateId} ${kind}`);
  const { warnings } = ORDER_KIND_RULES[kind];
  const questions = load.data?.lifeCycle.ties.questions ?? [];
  /** Warnings by their code, questions of the project by their words. */
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [isMissing, setMissing] = useState(false);
  // One visit is one intention: tapping again after a lost answer finds the same draft.
  const [clientToken] = useState(() => newClientToken());

  const start = useAction(async () => {
    const isWhole = [...warnings, ...questions].every((one) => ticked.includes(one));
    setMissing(!isWhole);
    if (!isWhole) {
      return;
    }
    const order = await call(endpoints.lifeCycle.startSuccessor, {
      params,
      body: { kind, understood: true, clientToken },
    });
    await redirectTo(APPLICATION_ROUTES[order.currentStep], { orderId: order.id });
  });

  return {
    load,
    warnings,
    questions,
    ticked,
    isMissing,
    start,
    tick: (what: string, isTicked: boolean) =>
      setTicked([...ticked.filter((one) => one !== what), ...(isTicked ? [what] : [])]),
  };
}
export type Follow = ReturnType<typeof useFollow>;
