import { type CertificateView, type ElectronicSealView, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../api/client';
import { download } from '../../api/download';
import { say } from '../../features/ask';
import { useAction } from '../../features/use-action';
import { useDownloaded } from '../../features/use-downloaded';
import { useLoad } from '../../features/use-load';
import { usePolling } from '../../features/use-polling';
import { saveFile, savesAtOnce } from '../../platform/save-file';
import { SEAL_TEXT as TEXT } from './texts-seal';

const POLL_MS = 2000;

async function keep(path: string, fileName: string): Promise<void> {
  if (await saveFile(path, fileName)) {
    say(TEXT.saved);
  }
}

/** The signed seal for software that seals documents; WeChat hands files out only in the turn of a tap. */
function useSealData(seal: ElectronicSealView | null) {
  const [path, setPath] = useState<string | null>(null);
  const fileName = `seal-${seal?.orderNumber ?? ''}.esl`;
  const get = useAction(async () => {
    if (!seal) {
      return;
    }
    const file = await download(endpoints.electronicSeals.readSealData, { params: { sealId: seal.id } });
    setPath(file);
    if (savesAtOnce) {
      await keep(file, fileName);
    }
  });
  return { get, send: path && !savesAtOnce ? () => void keep(path, fileName) : null };
}

/** The electronic seal of a certificate, as it is now; its state changes with the certificate's. */
export function useSeal({ id, state }: Pick<CertificateView, 'id' | 'state'>) {
  const load = useLoad(async () => {
    const query = { certificateId: id };
    const { items } = await call(endpoints.electronicSeals.listSeals, { query });
    return { seal: items[0] ?? null };
  }, `${id}|${state}`);
  const seal = load.data?.seal ?? null;
  usePolling(seal?.state === 'making', POLL_MS, load.reload);
  const isMade = seal !== null && seal.validTo !== null;
  const picture = useDownloaded(
    endpoints.electronicSeals.readSealPicture,
    isMade ? { params: { sealId: seal.id } } : null,
  );
  return {
    seal,
    problem: load.problem ?? picture.problem,
    picture: picture.data,
    savePicture: () => void (picture.data && keep(picture.data, `seal-${seal?.orderNumber ?? ''}.png`)),
    data: useSealData(seal),
  };
}
