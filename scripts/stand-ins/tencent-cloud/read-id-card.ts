import { type JsonObject, parseJsonObject } from '../serving/json-object';
import { readDrawnCard } from './drawn-card';
import { readParameters } from './request-parameters';
import { TencentError } from './tencent-error';

const MOST_CHARACTERS = 10 * 1024 * 1024;
/** Which switch of Config tells which warning. */
const SWITCH_OF_WARNING = new Map<unknown, string>([
  [-9101, 'BorderCheckWarn'],
  [-9102, 'CopyWarn'],
  [-9103, 'ReshootWarn'],
  [-9104, 'TempIdWarn'],
  [-9105, 'BorderCheckWarn'],
  [-9106, 'DetectPsWarn'],
  [-9107, 'ReflectWarn'],
  [-9108, 'CopyWarn'],
  [-9109, 'InvalidDateWarn'],
]);

const failed = (code: string, message: string): TencentError => new TencentError(code, message);

function readConfig(text: unknown): JsonObject {
  const config = text === undefined ? {} : parseJsonObject(String(text));
  if (!config) throw failed('InvalidParameter.ConfigFormatError', 'Config 不是有效的 JSON 格式。');
  return config;
}

function readImage(request: JsonObject): Buffer {
  if (request.ImageUrl !== undefined) throw failed('FailedOperation.DownLoadError', '文件下载失败。');
  const text = String(request.ImageBase64 ?? '');
  if (text === '') throw failed('FailedOperation.EmptyImageError', '图片内容为空。');
  if (text.length > MOST_CHARACTERS) throw failed('LimitExceeded.TooLargeFileError', '文件内容太大。');
  const image = Buffer.from(text, 'base64');
  const isPicture = ['ffd8ff', '89504e', '424d'].some((start) => image.toString('hex', 0, 3).startsWith(start));
  if (!isPicture) throw failed('FailedOperation.ImageDecodeFailed', '图片解码失败。');
  return image;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * IDCardOCR, version 2018-11-19. It cannot look: what is no drawn card with a note is a card of which nothing is made out;
 * what shows no card says so in its note (`failure`).
 */
export function readIdCard(body: string): JsonObject {
  const request = readParameters(body, {
    ImageBase64: 'optional-text',
    ImageUrl: 'optional-text',
    CardSide: 'optional-text',
    Config: 'optional-text',
    EnableRecognitionRectify: 'optional-flag',
    CardWarnType: 'optional-text',
  });
  const config = readConfig(request.Config);
  if (request.CardSide !== undefined && !['FRONT', 'BACK'].includes(String(request.CardSide))) {
    throw failed('InvalidParameterValue.InvalidParameterValueLimit', '参数值错误：CardSide');
  }
  const card = readDrawnCard(readImage(request));
  if (!card) throw failed('FailedOperation.OcrFailed', 'OCR识别失败。');
  if (textOf(card.failure)) throw failed(textOf(card.failure), '识别失败。');
  const side = card.side === 'back' ? 'BACK' : 'FRONT';
  if (request.CardSide !== undefined && request.CardSide !== side) {
    throw failed('FailedOperation.CardSideError', '身份证 CardSide 类型错误。');
  }
  const shown = (on: string, value: unknown): string => (side === on ? textOf(value) : '');
  const warnings = Array.isArray(card.warnings) ? card.warnings : [];
  return {
    Name: shown('FRONT', card.name),
    Sex: '',
    Nation: '',
    Birth: '',
    Address: '',
    IdNum: shown('FRONT', card.idNumber),
    Authority: shown('BACK', card.authority),
    ValidDate: shown('BACK', card.validDate),
    AdvancedInfo: JSON.stringify(
      Object.values(config).includes(true)
        ? { WarnInfos: warnings.filter((code) => config[SWITCH_OF_WARNING.get(code) ?? ''] === true) }
        : {},
    ),
  };
}
