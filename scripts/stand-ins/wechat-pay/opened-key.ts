import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** By their PEM text: a world has a handful, and reading one costs twice what signing with it does, thrice what checking does. */
function opening(open: (pem: string) => KeyObject): (pem: string) => KeyObject {
  const opened = new Map<string, KeyObject>();
  return (pem) => {
    const key = opened.get(pem) ?? open(pem);
    opened.set(pem, key);
    return key;
  };
}

export const openedPrivateKey = opening(createPrivateKey);
export const openedPublicKey = opening(createPublicKey);
