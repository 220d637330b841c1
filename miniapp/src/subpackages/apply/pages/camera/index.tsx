import { useUnload } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { PageFrame } from '../../../../components/page-frame';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateBack } from '../../../../platform/navigation';
import { PhotoCanvas } from '../../../../platform/photo-canvas';
import { ROUTES } from '../../../../routes';
import { goToPageInstead } from '../../order-flow/go-on';
import { CardCamera } from './card-camera';
import { PhotoLook } from './photo-look';
import { type HandedShot, handOver, wantedShot } from './shot-hand-over';

const CLOSED: HandedShot = { kind: 'closed' };

/** The camera for ID cards, and the look at a photo: a page of its own, so that the system's Back closes it and nothing else. */
export default function ApplyCameraPage() {
  const { orderId = '', side } = useRouteParams('applyCamera');
  // Reached by a link or a reload, nobody waits for the photo: it is taken from the page that does.
  const [wanted] = useState(wantedShot);
  useEffect(() => {
    if (!wanted) {
      void goToPageInstead('applyPapers', orderId);
    }
  }, [wanted, orderId]);
  useUnload(() => handOver(CLOSED));

  const leave = (shot: HandedShot) => {
    handOver(shot);
    void navigateBack();
  };
  const shown = side === 'back' ? 'back' : 'front';
  return (
    <PageFrame title={ROUTES.applyCamera.title} bare wide>
      <PhotoCanvas />
      {wanted?.toSee && <PhotoLook side={shown} wanted={wanted} toSee={wanted.toSee} onLeave={leave} />}
      {wanted && !wanted.toSee && (
        <CardCamera
          side={shown}
          wanted={wanted}
          onUse={(prepared) => leave({ kind: 'photo', prepared })}
          onAlbum={() => leave({ kind: 'album' })}
          onClose={() => leave(CLOSED)}
          onFailed={() => leave({ kind: 'failed' })}
        />
      )}
    </PageFrame>
  );
}
