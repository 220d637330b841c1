import { define, type ErrorDefinition } from './error-definition';

/** What a client finds of a picture before it sends it. */
export const PICTURE_ERRORS = {
  'files.wrong_type': define(415, '图片格式不支持', '请使用 jpeg、jpg、png 或 bmp 格式的图片'),
  'files.not_a_picture': define(415, '这个文件不是照片', '请从相册选一张照片，或直接拍摄'),
  'files.heic': define(
    415,
    '这张照片是 HEIC（高效）格式，这里打不开',
    '请直接拍摄；或打开这张照片截屏，选截屏上传；也可在手机“设置 > 相机 > 格式”里选“兼容性最佳”后重拍',
  ),
  'files.blank': define(422, '照片里什么也看不到（全黑、全白或只有杂点）', '请擦净镜头，在亮一点的地方重新拍摄'),
  'files.not_redrawn': define(422, '手机没能处理好这张照片', '请直接拍摄，或另选一张 1 MB 以内的 jpg 照片'),
  'files.signature_not_written': define(422, '手机没能存下您的签名', '您写的还在：请再确认一次，不行就换一部手机'),
  'files.too_small': define(422, '照片太小（{actual}），看不清', '请上传 {minimum} 以上的照片，建议直接拍摄原图'),
  'files.too_large': define(413, '图片太大（{actual}）', '请上传 {maximum} 以内的图片'),
  'files.too_few_pixels': define(422, '图片尺寸太小，看不清', '请用手机直接拍摄清晰的照片'),
  'files.damaged': define(422, '图片打不开，可能没有传完整', '请重新拍摄或另选一张'),
} as const satisfies Record<string, ErrorDefinition>;

export type PictureErrorCode = keyof typeof PICTURE_ERRORS;
