import type { CertificateView, ElectronicSealView } from '@acceptance/shared';
import { Image, Text, View } from '@tarojs/components';
import { Card } from '../../components/card';
import { ListRow } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { StatusTag } from '../../components/status-tag';
import { FOCUSABLE } from '../../platform/keyboard';
import { previewPhoto } from '../../platform/preview-photo';
import { savesAtOnce } from '../../platform/save-file';
import { SEAL_STATE_LABELS } from '../../text/certificate-labels';
import { formatChinaDate } from '../../text/china-date';
import './certificate.scss';
import { SEAL_TONES, sealStateAt } from './seal-state';
import { SEAL_TEXT as TEXT } from './texts-seal';
import { useSeal } from './use-seal';

const NOTES = { making: 'making', failed: 'failed', suspended: 'suspended', revoked: 'revoked' } as const;

/** The seal as it prints; a tap shows it as large as the screen. */
export const SealPicture = ({ path }: { readonly path: string }) => (
  <View
    className="certificate__seal"
    role="button"
    {...FOCUSABLE}
    aria-label={TEXT.picture}
    onClick={() => previewPhoto(path)}
  >
    <Image className="certificate__seal-picture" src={path} mode="aspectFit" ariaLabel={TEXT.picture} />
  </View>
);

const SealFacts = ({ name, purpose, code, validTo }: ElectronicSealView) => (
  <>
    <ListRow label={TEXT.name} value={name} />
    <ListRow label={TEXT.purpose} value={purpose} />
    {code && <ListRow label={TEXT.code} value={code} />}
    {validTo && <ListRow label={TEXT.validTo} value={formatChinaDate(validTo)} />}
  </>
);

/** The electronic seal of a certificate: what it looks like, whether it holds, and its files. Nothing where there is none. */
export function SealCard({ certificate }: { readonly certificate: CertificateView }) {
  const { seal, problem, picture, savePicture, data } = useSeal(certificate);
  if (!seal) {
    return <ProblemNotice problem={problem} />;
  }
  const state = sealStateAt(seal, Date.now());
  const note = state === 'ready' || state === 'expired' ? null : TEXT[NOTES[state]];
  return (
    <Card
      title={seal.kind === 'person' ? TEXT.personTitle : TEXT.title}
      aside={<StatusTag tone={SEAL_TONES[state]}>{SEAL_STATE_LABELS[state]}</StatusTag>}
    >
      {note && <Notice kind={state === 'failed' ? 'warning' : 'info'}>{note}</Notice>}
      {picture && <SealPicture path={picture} />}
      <SealFacts {...seal} />
      <ProblemNotice problem={problem ?? data.get.problem} />
      {state === 'ready' && picture && (
        <View className="certificate__acts">
          <Text className="certificate__note certificate__step">{TEXT.use}</Text>
          <PrimaryButton kind="secondary" onTap={savePicture}>
            {savesAtOnce ? TEXT.savePicture : TEXT.sendPicture}
          </PrimaryButton>
          {data.send ? (
            <PrimaryButton kind="secondary" onTap={data.send}>
              {TEXT.sendData}
            </PrimaryButton>
          ) : (
            <PrimaryButton
              kind="secondary"
              pending={data.get.pending}
              pendingLabel={TEXT.getting}
              onTap={() => void data.get.run()}
            >
              {TEXT.getData}
            </PrimaryButton>
          )}
        </View>
      )}
    </Card>
  );
}
