import { View } from '@tarojs/components';
import { useState } from 'react';
import { PageFrame } from '../../../../components/page-frame';
import { TextLink } from '../../../../components/text-link';
import { useRouteParams } from '../../../../features/use-route-params';
import { ROUTES } from '../../../../routes';
import { OrderSteps } from '../../order-flow/order-steps';
import { IDENTITY_CHECK_TEXT } from '../../texts-identity-check';
import { CardPrefill } from './card-prefill';
import { OpenCheckCard, RefusedCheckNotice } from './check-state';
import { FaceEndNotice, FaceWayCard } from './face-way-card';
import { IdentityAction } from './identity-action';
import { IdentityConsent, IdentityForm } from './identity-form';
import './index.scss';
import { OwnDataCard } from './own-data-card';
import { ServiceLink } from './service-link';
import { StaffWayCard } from './staff-way-card';
import { TriesNotice } from './tries-notice';
import { useIdentity } from './use-identity';

/** Step ②: who is applying. */
export default function ApplyIdentityPage() {
  const { orderId } = useRouteParams('applyIdentity');
  const identity = useIdentity(orderId);
  const { load, account, state, order, isChecking, reason, faceWay } = identity;
  const [trying, setTrying] = useState(false);
  const isTyping = account !== null && (account.identity ? identity.isCorrecting : !isChecking || trying);
  const canCorrect = account?.identity?.verifiedBy === 'staff' && !isChecking && !isTyping;
  const check = state?.check ?? null;

  return (
    <PageFrame
      title={ROUTES.applyIdentity.title}
      load={load}
      bottom={<IdentityAction identity={identity} hasOrder={Boolean(orderId)} isTyping={isTyping} />}
    >
      {orderId && <OrderSteps current="identity" order={order.data} />}
      {account?.identity && (
        <OwnDataCard verified={account.identity} onCorrect={canCorrect ? identity.correct : null} />
      )}
      {isChecking && check && (
        <>
          <OpenCheckCard check={check} />
          <View className="apply-identity__ways">
            {!trying && !account?.identity && state && state.triesLeft > 0 && (
              <TextLink onTap={() => setTrying(true)}>{IDENTITY_CHECK_TEXT.tryAgain}</TextLink>
            )}
            <ServiceLink />
          </View>
        </>
      )}
      {isTyping && state && (
        <>
          {check?.state === 'refused' && <RefusedCheckNotice check={check} />}
          {state.face && <FaceEndNotice check={state.face.check} />}
          {!identity.isCorrecting && <TriesNotice state={state} counted={identity.counted} onOver={load.reload} />}
          {order.data && <CardPrefill order={order.data} person={identity.form.person} onFill={identity.form.fill} />}
          <IdentityForm identity={identity} phoneMasked={state.phoneMasked} />
          {reason && !isChecking && (
            <StaffWayCard
              reason={reason}
              why={identity.isCorrecting ? IDENTITY_CHECK_TEXT.correcting : undefined}
              order={order.data}
              check={identity.check}
              buttonBelow={identity.onlyStaff}
            />
          )}
          <IdentityConsent consent={identity.consent} />
          {state.face && faceWay && (
            <FaceWayCard
              way={faceWay}
              face={state.face}
              check={identity.face}
              problem={load.data?.faceProblem ?? null}
              onLook={() => void load.reload()}
            />
          )}
          {reason && (
            <View className="apply-identity__ways">
              <ServiceLink />
            </View>
          )}
        </>
      )}
    </PageFrame>
  );
}
