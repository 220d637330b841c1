import { challengeBytes } from '@acceptance/shared';
import { base64 } from '@scure/base';
import { useState } from 'react';
import { randomBytes } from '../../platform/random-bytes';
import { localStorage, storedNames } from '../../platform/storage';
import { CERTIFICATE_PROOF_TEXT as TEXT } from '../../text/certificate-proof';
import { checkSignInField } from '../check-sign-in-field';
import { deviceId } from '../device-id';
import { signWithDeviceKey } from '../device-key/device-key';
import { keptKeys } from '../device-key/kept-key';
import { openKeptKey } from '../device-key/make-and-keep';
import { useAction } from '../use-action';
import { useFields } from '../use-fields';
import { askChallenge } from './ask-challenge';
import type { ProofRequest } from './proof-request';

export const keysOfThisDevice = () => keptKeys(localStorage, storedNames());

/** State and acts of proving oneself by a key of this device; its PIN goes nowhere. */
export function useDeviceProof({ isReady, handIn, ...wish }: ProofRequest) {
  const [keys] = useState(keysOfThisDevice);
  const [chosen, choose] = useState<string | null>(null);
  const [wrongPin, setWrongPin] = useState(false);
  const kept = keys.find(({ publicKeySha256 }) => publicKeySha256 === chosen) ?? keys[0] ?? null;
  const form = useFields({ pin: (pin) => checkSignInField('password', pin) });

  const prove = useAction(async () => {
    // Both, so that everything missing is marked at once.
    const checks = [form.pass('pin'), isReady()];
    if (checks.includes(false) || !kept) {
      return;
    }
    const key = await openKeptKey(kept, form.values.pin);
    setWrongPin(key === null);
    if (!key) {
      return;
    }
    const challenge = await askChallenge(wish);
    const signature = await signWithDeviceKey(key, challengeBytes(challenge), randomBytes);
    form.clear();
    const { publicKeySha256 } = kept;
    const { nonce } = challenge;
    await handIn({ nonce, publicKeySha256, signature: base64.encode(signature), deviceId: await deviceId() });
  });

  return {
    keys,
    kept,
    choose,
    pin: form.values.pin,
    change: (pin: string) => {
      setWrongPin(false);
      form.change('pin', pin);
    },
    error: wrongPin ? TEXT.pinWrong : form.errorOf('pin', null),
    prove,
  };
}
