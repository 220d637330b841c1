import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { FILE_PURPOSES } from '../schemas/file';
import { objectIdSchema } from '../schemas/identifiers';
import { uploadedFileSchema } from '../schemas/uploaded-file';

export const filesEndpoints = {
  uploadFile: defineEndpoint({
    id: 'files.uploadFile',
    method: 'POST',
    path: '/files',
    access: 'applicant',
    summary: '上传一张图片（证件照、签名或附件），检查后加密保存；可能看不清的，说明原因，由上传的人决定是否使用',
    request: 'multipart',
    body: v.object({ purpose: v.picklist(FILE_PURPOSES), orderId: objectIdSchema }),
    response: uploadedFileSchema,
    errors: [
      'orders.not_found',
      'orders.not_editable',
      'files.missing',
      'files.too_many',
      'files.wrong_type',
      'files.type_mismatch',
      'files.too_small',
      'files.too_large',
      'files.too_many_pixels',
      'files.too_few_pixels',
      'files.damaged',
      'files.not_a_picture',
      'files.heic',
      'files.blank',
      'signature.empty',
      'signature.too_small',
      'signature.not_writing',
      'signature.too_large',
      'files.busy',
    ],
    idempotent: false,
    rateLimit: { limit: 120, windowSeconds: 600, by: 'actor' },
  }),
  readFile: defineEndpoint({
    id: 'files.readFile',
    method: 'GET',
    path: '/files/:fileId',
    access: 'applicant',
    summary: '读取自己上传的图片',
    params: v.object({ fileId: objectIdSchema }),
    response: binary('image/jpeg', 'image/png', 'image/bmp'),
    errors: ['files.not_found'],
    idempotent: true,
  }),
};
