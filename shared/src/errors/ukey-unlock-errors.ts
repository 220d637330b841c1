import { define } from './error-definition';

/** New PINs for UKeys; a part of `ERROR_CATALOGUE`. */
export const UKEY_UNLOCK_ERRORS = {
  'ukey_unlocks.not_found': define(404, '没有找到这个解锁申请', '请刷新列表后再试'),
  'ukey_unlocks.not_in_ukey': define(
    409,
    '这张证书不在 UKey 里，没有需要解锁的 PIN',
    '软件证书的密码只有您自己知道；忘记了的，请办理补办',
  ),
  'ukey_unlocks.certificate_not_valid': define(
    409,
    '证书已停用、注销或到期，不能解锁 UKey',
    '还需要使用的，请办理续期或补办',
  ),
  'ukey_unlocks.over': define(409, '这个解锁申请已经结束', '请刷新后再看'),
  'ukey_unlocks.document_not_compared': define(409, '您还没有核对持有人的证件', '请先当面核对证件，再继续'),
  'ukey_unlocks.not_proved': define(
    422,
    'UKey 的签名与证书对不上，不能确认已经解锁',
    '请确认插入的是这张证书的 UKey，再试一次',
  ),
};
