import { type CertificateView, givenPasswordSchema } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { say } from '../../features/ask';
import { checkField } from '../../features/check-field';
import { keepKey, keptKey } from '../../features/device-key/kept-key';
import { type FileFormat, packCertificate } from '../../features/device-key/make-and-keep';
import { useAction } from '../../features/use-action';
import { useFields } from '../../features/use-fields';
import { bytesToFile } from '../../platform/bytes-to-file';
import { saveFile, savesAtOnce } from '../../platform/save-file';
import { localStorage } from '../../platform/storage';
import { CERTIFICATE_TEXT as TEXT } from './text';

const PKCS12 = 'application/x-pkcs12';

/** Makes and hands out the certificate file, on the device that has the key. */
export function useCertificateFile(certificate: CertificateView | null) {
  const [path, setPath] = useState<string | null>(null);
  const [wrongPin, setWrongPin] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [format, setFormat] = useState<FileFormat>('usual');
  const form = useFields({ pin: (pin) => checkField(givenPasswordSchema, pin) });
  const kept = certificate && keptKey(localStorage, certificate.orderId);
  const isHere = kept !== null && kept?.publicKeySha256 === certificate?.publicKeySha256;
  useEffect(() => {
    if (isHere && kept && !kept.issued && certificate?.notAfter) {
      // Who signs in by it later chooses among the keys of this device before we know who it is.
      const { projectName, orderNumber, notAfter, orderId } = certificate;
      keepKey(localStorage, orderId, { ...kept, issued: { projectName, orderNumber, notAfter } });
    }
  }, [isHere, kept, certificate]);
  const fileName = `certificate-${certificate?.orderNumber ?? ''}.p12`;

  const save = async (file: string) => {
    if (await saveFile(file, fileName)) {
      setSaved(true);
      say(TEXT.saved);
    }
  };
  const pack = useAction(async () => {
    if (!certificate || !kept || !form.pass('pin')) {
      return;
    }
    const { chainPem, name } = certificate;
    const bytes = await packCertificate({ kept, chainPem, friendlyName: name, pin: form.values.pin, format });
    setWrongPin(bytes === null);
    if (!bytes) {
      return;
    }
    const file = await bytesToFile(bytes as Uint8Array<ArrayBuffer>, fileName, PKCS12);
    form.clear();
    setPath(file);
    if (savesAtOnce) {
      await save(file);
    }
  });

  return {
    isHere,
    form,
    format,
    /** A file that was made before is of the other format. */
    chooseFormat: (next: FileFormat) => {
      setFormat(next);
      setPath(null);
    },
    pack,
    isSaved,
    /** WeChat hands files out only in the turn of a tap; making one takes longer. */
    send: path && !savesAtOnce ? () => void save(path) : null,
    change: (pin: string) => {
      setWrongPin(false);
      form.change('pin', pin);
    },
    error: wrongPin ? TEXT.pinWrong : form.errorOf('pin', null),
  };
}
export type CertificateFile = ReturnType<typeof useCertificateFile>;
