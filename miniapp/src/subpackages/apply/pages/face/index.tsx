import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { useLoad } from '../../../../features/use-load';
import { useRouteParams } from '../../../../features/use-route-params';
import { FaceFrame } from '../../../../platform/face-frame';
import { openFacePage } from '../../../../platform/face-page';
import { navigateBack } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { FACE_TEXT as TEXT } from '../../texts-face';

/** The vendor's page inside of the mini-program. Left by Back, or by the page that the vendor leads to; the one below asks how it went. */
export default function ApplyFacePage() {
  const { orderId } = useRouteParams('applyFace');
  // Not again when it is shown: the page inside would begin anew.
  const load = useLoad(() => call(endpoints.identity.readState), 'face', { onShow: false });
  const [failed, setFailed] = useState(false);
  const url = load.data?.face?.check?.url ?? null;
  if (url && FaceFrame && !failed) {
    return <FaceFrame url={url} onFailed={() => setFailed(true)} />;
  }
  const isLeft = url !== null && FaceFrame === null;
  return (
    <PageFrame title={ROUTES.applyFace.title} load={load}>
      <Notice kind={failed ? 'warning' : 'info'}>
        {failed ? TEXT.notLoaded : isLeft ? TEXT.inBrowser : TEXT.over}
      </Notice>
      {isLeft && <PrimaryButton onTap={() => void openFacePage(url, orderId)}>{TEXT.open}</PrimaryButton>}
      <PrimaryButton kind="secondary" onTap={() => void navigateBack('applyIdentity')}>
        {TEXT.back}
      </PrimaryButton>
    </PageFrame>
  );
}
