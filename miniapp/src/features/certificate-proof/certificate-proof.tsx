import type { KeyPlace } from '@acceptance/shared';
import { useState } from 'react';
import { Card } from '../../components/card';
import { ChoiceGroup } from '../../components/choice-group';
import { reachesAgent } from '../../platform/ask-agent';
import './certificate-proof.scss';
import { CERTIFICATE_PROOF_TEXT as TEXT } from '../../text/certificate-proof';
import { DeviceProof } from './device-proof';
import type { ProofProps } from './proof-request';
import { UkeyProof } from './ukey-proof';
import { keysOfThisDevice } from './use-device-proof';

/** Where most people's certificate will be. */
const likeliestPlace = (): KeyPlace => (reachesAgent && keysOfThisDevice().length === 0 ? 'ukey' : 'software');

/** Proving to hold a certificate, wherever its key is. */
export function CertificateProof(props: ProofProps) {
  const [place, setPlace] = useState(likeliestPlace);
  return (
    <>
      {reachesAgent && (
        <Card title={TEXT.place}>
          <ChoiceGroup<KeyPlace>
            label={TEXT.place}
            choices={[
              { value: 'software', label: TEXT.device, hint: TEXT.deviceHint },
              { value: 'ukey', label: TEXT.ukey, hint: TEXT.ukeyHint },
            ]}
            value={place}
            onChange={setPlace}
          />
        </Card>
      )}
      {place === 'software' ? <DeviceProof {...props} /> : <UkeyProof {...props} />}
    </>
  );
}
