import type { StaffIdentityCheck } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { NamePictureView } from '../../../../components/name-picture';
import { PermissionNotice } from '../../../../components/permission-notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { STAFF_IDENTITY_TEXT as TEXT } from '../../texts-identity-checks';
import type { NamePictureUpload } from './use-name-picture';

export interface NamePictureCardProps {
  readonly check: StaffIdentityCheck;
  readonly upload: NamePictureUpload;
}

/** The picture that the contract prints where the name stands: taken from the photos, and looked at before it is confirmed. */
export function NamePictureCard({ check, upload }: NamePictureCardProps) {
  const { namePicture, person, state } = check;
  return (
    <Card title={TEXT.namePicture}>
      <Text className="identity-checks__hint">{TEXT.namePictureHint}</Text>
      {namePicture && (
        <View className="identity-checks__name">
          <NamePictureView picture={namePicture} name={person.name} />
        </View>
      )}
      {namePicture && <Text className="identity-checks__hint">{TEXT.namePictureShown}</Text>}
      <PermissionNotice refusal={upload.refusal} onReconsidered={upload.reconsidered} />
      <ProblemNotice problem={upload.choose.problem} />
      {state === 'open' && (
        <PrimaryButton
          kind="secondary"
          pending={upload.choose.pending}
          pendingLabel={TEXT.sendingPicture}
          onTap={() => void upload.choose.run()}
        >
          {namePicture ? TEXT.otherPicture : TEXT.choosePicture}
        </PrimaryButton>
      )}
    </Card>
  );
}
