import { Text, View } from '@tarojs/components';
import { Card } from '../../components/card';
import { ChoiceGroup } from '../../components/choice-group';
import { FormField } from '../../components/form-field';
import { Notice } from '../../components/notice';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { PasswordField } from '../../components/text-field';
import './certificate.scss';
import { FILE_FORMATS } from '../../features/device-key/make-and-keep';
import { CERTIFICATE_TEXT as TEXT } from './text';
import type { CertificateFile } from './use-certificate-file';

interface CertificateFileCardProps {
  readonly file: CertificateFile;
  readonly title: string;
  /** To the page where a replacement is asked for; absent on that page. */
  readonly toReissue?: () => void;
}

/** Why the file cannot be saved on this device, and what can be done, whatever has become of the other one. */
const Elsewhere = ({ toReissue }: Pick<CertificateFileCardProps, 'toReissue'>) => (
  <Card title={TEXT.elsewhere}>
    <Text className="certificate__note">{TEXT.elsewhereHint}</Text>
    {TEXT.elsewhereSteps.map((step) => (
      <Text key={step} className="certificate__step">
        {step}
      </Text>
    ))}
    {toReissue && (
      <View className="certificate__way">
        <PrimaryButton kind="secondary" onTap={toReissue}>
          {TEXT.toReissue}
        </PrimaryButton>
      </View>
    )}
  </Card>
);

/** Saving the file with the key; on another device, why that cannot be. */
export function CertificateFileCard({ file, title, toReissue }: CertificateFileCardProps) {
  if (!file.isHere) {
    return <Elsewhere toReissue={toReissue} />;
  }
  return (
    <Card title={title}>
      <Text className="certificate__note">{TEXT.packLead}</Text>
      <FormField label={TEXT.format}>
        <ChoiceGroup
          label={TEXT.format}
          choices={FILE_FORMATS.map((value) => ({ value, ...TEXT.formats[value] }))}
          value={file.format}
          onChange={file.chooseFormat}
        />
      </FormField>
      {file.send ? (
        <>
          <Notice kind="success">{TEXT.packed}</Notice>
          <PrimaryButton onTap={file.send}>{TEXT.send}</PrimaryButton>
        </>
      ) : (
        <>
          <PasswordField
            label={TEXT.pin}
            value={file.form.values.pin}
            error={file.error}
            onChange={file.change}
            onConfirm={() => void file.pack.run()}
          />
          <ProblemNotice problem={file.pack.problem} />
          <PrimaryButton
            kind="secondary"
            pending={file.pack.pending}
            pendingLabel={TEXT.packing}
            onTap={() => void file.pack.run()}
          >
            {TEXT.pack}
          </PrimaryButton>
        </>
      )}
    </Card>
  );
}
