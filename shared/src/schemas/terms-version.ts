import * as v from 'valibot';

export const termsVersionSchema = v.pipe(v.string('请先阅读并同意服务协议'), v.minLength(1), v.maxLength(20));
