import * as v from 'valibot';
import type { ParcelNotice, RawParcelNotice } from '../../ports/parcel-tracker';
import { refused } from './kuaidi100-failure';
import { trackSchema } from './read-track';
import { isNoticeSign, saltOf } from './signatures';

/** `status` (监控状态) of a notice. */
const ENDS: Readonly<Record<string, ParcelNotice['ended']>> = {
  polling: null,
  // 重新推送
  updateall: null,
  // 结束: signed for, here or back at the sender's
  shutdown: 'finished',
  // 中止: 3天查询无记录, 60天无变化
  abort: 'given-up',
};

const noticeSchema = v.object({
  status: v.picklist(['polling', 'updateall', 'shutdown', 'abort']),
  lastResult: trackSchema,
});

function parse(param: string): unknown {
  try {
    return JSON.parse(param);
  } catch {
    throw refused('NOT-A-NOTICE');
  }
}

/** 推送接口: a form of `param` (JSON) and `sign`. @throws PortError `rejected` SIGNATURE or NOT-A-NOTICE */
export function readNotice({ body, reference }: RawParcelNotice, salt: string): ParcelNotice {
  const form = new URLSearchParams(body);
  const param = form.get('param') ?? '';
  if (!isNoticeSign(form.get('sign') ?? '', param, saltOf(reference, salt))) {
    throw refused('SIGNATURE');
  }
  const parsed = v.safeParse(noticeSchema, parse(param));
  if (!parsed.success) {
    throw refused('NOT-A-NOTICE');
  }
  const { status, lastResult } = parsed.output;
  return { ...lastResult, ended: ENDS[status] ?? null };
}
