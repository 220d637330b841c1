import type { CardReading, IdCardReader } from '../../ports/id-card-reader';
import { PortError } from '../../ports/port-error';
import {
  backOf,
  frontOf,
  type IdCardReply,
  idCardReplySchema,
  unreadableReasonOf,
  warningsOf,
} from './id-card-answers';
import { createTencentCloudClient, type TencentCloudSettings } from './tencent-cloud-client';

const PORT = 'id-card-reader';
const API_VERSION = '2018-11-19';
/** A photo of up to 1 MB is on its way, and looked at for warnings; somebody waits for it, and can do without. */
const DEFAULT_TIMEOUT_MS = 6000;
/** The warnings that are asked for; the API takes them as JSON inside of its JSON. */
const CONFIG = JSON.stringify({
  CopyWarn: true,
  BorderCheckWarn: true,
  ReshootWarn: true,
  DetectPsWarn: true,
  TempIdWarn: true,
  InvalidDateWarn: true,
  ReflectWarn: true,
});

/** Tencent Cloud OCR, 身份证识别 IDCardOCR: cloud.tencent.com/document/api/866/33524, version 2018-11-19. */
export function createTencentIdCardReader(settings: TencentCloudSettings): IdCardReader {
  const client = createTencentCloudClient(
    { ...settings, timeoutMs: settings.timeoutMs ?? DEFAULT_TIMEOUT_MS },
    { port: PORT, version: API_VERSION },
  );
  const read = async <Fields>(
    photo: Buffer,
    CardSide: 'FRONT' | 'BACK',
    fieldsOf: (reply: IdCardReply) => Fields,
  ): Promise<CardReading<Fields>> => {
    try {
      const parameters = { ImageBase64: photo.toString('base64'), CardSide, Config: CONFIG };
      const reply = await client.request('IDCardOCR', parameters, idCardReplySchema);
      return { read: true, fields: fieldsOf(reply), warnings: warningsOf(reply) };
    } catch (error) {
      const reason = error instanceof PortError ? unreadableReasonOf(error.vendorCode) : undefined;
      if (!reason) {
        throw error;
      }
      return { read: false, reason };
    }
  };
  return {
    readFront: (photo) => read(photo, 'FRONT', frontOf),
    readBack: (photo) => read(photo, 'BACK', backOf),
  };
}
