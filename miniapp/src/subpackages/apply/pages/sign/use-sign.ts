import { endpoints, SIGNED_CONTRACT_STATES } from '@acceptance/shared';
import { useEffect, useRef } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useDownloaded } from '../../../../features/use-downloaded';
import { useLoad } from '../../../../features/use-load';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo } from '../../../../platform/navigation';
import { namedIn } from '../../order-flow/contract-rows';
import { goToPageInstead } from '../../order-flow/go-on';
import { joinLoads } from '../../order-flow/join-loads';
import { useStepOrder } from '../../order-flow/use-step-order';

/** Refusals after which the contract has to be read again. */
const STALE: readonly (string | null | undefined)[] = ['contracts.version_outdated', 'contracts.details_changed'];

const useStoredPicture = (file: { readonly id: string } | null) =>
  useDownloaded(endpoints.files.readFile, file && { params: { fileId: file.id } });

/** State of 签署合同: what is looked over, and the one act that cannot be taken back. */
export function useSign() {
  const { orderId = '' } = useRouteParams('applySign');
  const { order, frame, here } = useStepOrder('signature', orderId);
  const isSigned = here !== null && SIGNED_CONTRACT_STATES.includes(here.contract.state);
  const text = useLoad(
    async () => (here ? call(endpoints.contracts.readContractText, { params: { orderId } }) : null),
    here ? orderId : '',
  );
  const front = useStoredPicture(here?.idCard.front ?? null);
  const back = useStoredPicture(here?.idCard.back ?? null);
  const signature = useStoredPicture(here?.signature ?? null);
  const pictures = [front, back, signature];

  // Nothing to sign with yet: drawing comes first, once; who comes Back without a signature is not sent there again.
  const isUndrawn = here !== null && !isSigned && here.signature === null;
  const wasLed = useRef(false);
  const draw = () => void navigateTo('applySignature', { orderId });
  useEffect(() => {
    if (isUndrawn && !wasLed.current) {
      wasLed.current = true;
      void navigateTo('applySignature', { orderId });
    }
  }, [isUndrawn, orderId]);

  const sign = useAction(async () => {
    await call(endpoints.contracts.signContract, { params: { orderId } });
    // In place of this page: there is nothing to come back to.
    await goToPageInstead('applySealed', orderId);
  });

  return {
    frame: joinLoads(frame, text),
    orderId,
    order: here,
    words: text.data?.words ?? null,
    named: text.data && namedIn(text.data),
    isSigned,
    isUndrawn,
    draw,
    front: front.data,
    back: back.data,
    signature: signature.data,
    isUnseen: pictures.some(({ problem }) => problem !== null),
    fetchAgain: () => {
      for (const picture of pictures) {
        void picture.reload();
      }
    },
    sign,
    isStale: STALE.includes(sign.problem?.code),
    /** The consent fell with what it was given to. */
    readAgain: async () => {
      await order.reload();
      await goToPageInstead('applyContract', orderId);
    },
  };
}
