import { readPublicKey, type SigningKey } from '../pki';
import { serveThread, type ThreadService } from '../threads/serve-thread';
import { isPinRefusal } from './pkcs11/pkcs11-error';
import { openTokenSigningKey, TokenKeyError } from './pkcs11/token-signing-key';
import type { TokenAnswer, TokenKeyData, TokenRefusal } from './token-key-messages';

const refusalOf = (error: unknown): TokenRefusal => {
  if (isPinRefusal(error)) {
    return 'pin';
  }
  return error instanceof TokenKeyError ? (error.kind === 'unfit' ? 'unfit' : 'absent') : 'absent';
};

/** The key is opened by the first call, and by the next one where it was lost: a token that is put back serves again. */
function serviceOf({ name, pin, publicKeyInfoDer }: TokenKeyData): ThreadService {
  const publicKey = readPublicKey(publicKeyInfoDer);
  let key: SigningKey | null = null;
  let isPinRefused = false;

  async function sign(message: Uint8Array): Promise<TokenAnswer> {
    if (isPinRefused) {
      return { refusal: 'pin' };
    }
    try {
      key ??= await openTokenSigningKey(name, pin, publicKey);
      return { signature: await key.sign(message) };
    } catch (error) {
      key = null;
      const refusal = refusalOf(error);
      isPinRefused = refusal === 'pin';
      return { refusal };
    }
  }
  return { methods: { sign }, close: async () => undefined };
}

serveThread<TokenKeyData>(async (data) => serviceOf(data));
