import { useUnload } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { PageFrame } from '../../../../components/page-frame';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateBack } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { goToPageInstead } from '../../order-flow/go-on';
import { CardCamera } from './card-camera';
import { awaitedAdvice, type HandedShot, handOver, isAwaited } from './shot-hand-over';

const CLOSED: HandedShot = { kind: 'closed' };

/** The camera for ID cards: a page of its own, so that the system's Back closes it and nothing else. */
export default function ApplyCameraPage() {
  const { orderId = '', side } = useRouteParams('applyCamera');
  // Reached by a link or a reload, nobody waits for the photo: it is taken from the page that does.
  const [isAlone] = useState(() => !isAwaited());
  const [advice] = useState(awaitedAdvice);
  useEffect(() => {
    if (isAlone) {
      void goToPageInstead('applyPapers', orderId);
    }
  }, [isAlone, orderId]);
  useUnload(() => handOver(CLOSED));

  const leave = (shot: HandedShot) => {
    handOver(shot);
    void navigateBack();
  };
  return (
    <PageFrame title={ROUTES.applyCamera.title} bare wide>
      {!isAlone && (
        <CardCamera
          side={side === 'back' ? 'back' : 'front'}
          advice={advice}
          onUse={(photo) => leave({ kind: 'photo', photo })}
          onAlbum={() => leave({ kind: 'album' })}
          onClose={() => leave(CLOSED)}
          onFailed={() => leave({ kind: 'failed' })}
        />
      )}
    </PageFrame>
  );
}
