import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../../components/card';
import { ConsentTick } from '../../../../components/consent-tick';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { QrCode } from '../../../../components/qr-code';
import { TextField } from '../../../../components/text-field';
import { redirectTo } from '../../../../platform/navigation';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import type { useSecurityPage } from './use-security-page';

type PageState = ReturnType<typeof useSecurityPage>;
/** The key, to be scanned or typed, and its first code. */
export function ScanStep({
  secret,
  address,
  form,
  confirm,
}: Pick<PageState, 'form' | 'confirm'> & { readonly secret: string; readonly address: string }) {
  return (
    <Card title={TEXT.scan}>
      <Text className="staff-security__hint">{TEXT.scanHint}</Text>
      <View className="staff-security__qr">
        <QrCode text={address} label={TEXT.qrLabel} size={420} />
      </View>
      <Text className="staff-security__hint">{TEXT.typeKey}</Text>
      <Text className="staff-security__key" selectable userSelect>
        {(secret.match(/.{1,4}/g) ?? []).join(' ')}
      </Text>
      <TextField
        label={TEXT.firstCode}
        autoFill="one-time-code"
        maxLength={24}
        value={form.values.code}
        onChange={(code) => form.change('code', code)}
        onConfirm={() => void confirm.run()}
        error={form.errorOf('code', confirm.problem)}
      />
      <ProblemNotice problem={confirm.problem} />
      <PrimaryButton pending={confirm.pending} pendingLabel={TEXT.enrolling} onTap={() => void confirm.run()}>
        {TEXT.enrol}
      </PrimaryButton>
    </Card>
  );
}

/** Shown once, right after enrolling. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const [kept, setKept] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <Card title={TEXT.recoveryTitle}>
      <Text className="staff-security__hint">{TEXT.recoveryHint}</Text>
      <View className="staff-security__codes">
        {codes.map((code) => (
          <Text key={code} className="staff-security__code" selectable userSelect>
            {code}
          </Text>
        ))}
      </View>
      <ConsentTick
        label={TEXT.saved}
        ticked={kept}
        error={asked && !kept ? TEXT.recoveryTitle : null}
        onChange={setKept}
      >
        <Text>{TEXT.saved}</Text>
      </ConsentTick>
      <PrimaryButton
        onTap={() => {
          setAsked(true);
          if (kept) {
            void redirectTo('staffQueue');
          }
        }}
      >
        {TEXT.goOn}
      </PrimaryButton>
    </Card>
  );
}
