import { define, type ErrorDefinition } from './error-definition';

/** Of applications and their contracts; part of `ERROR_CATALOGUE`. */
export const ORDER_ERRORS = {
  'orders.not_found': define(404, '没有找到这份申请', '请到“申请”列表查看'),
  'orders.transition_not_allowed': define(409, '这份申请现在是“{status}”，不能进行此操作', '请刷新后查看最新状态'),
  'orders.not_editable': define(409, '这份申请现在是“{status}”，不能修改', '请刷新后查看最新状态'),
  'orders.incomplete': define(422, '申请还没有填完：{step}', '请先完成这一步'),
  'orders.live_application': define(
    409,
    '您在这个项目已有一份申请正在办理：{orderNumber}',
    '请到“申请”列表查看那一份；不想要那一份的，可以先取消，再办这一份',
  ),
  'orders.live_application_elsewhere': define(
    409,
    '同一单位或同一个人在这个项目已有一份申请正在办理',
    '请先问问本单位办理证书的同事；都不清楚的，请拨打客服电话',
  ),
  'orders.follows_certificate': define(
    409,
    '这份申请是从一张证书开始的，不能直接再次申请',
    '请到“我的证书”打开那张证书，重新办理',
  ),
  'orders.too_many_drafts': define(409, '未提交的申请太多了', '请先继续或删除已有的申请'),
  'contracts.consent_required': define(422, '请先阅读合同并勾选同意', '请读到合同末尾后勾选'),
  'contracts.read_in_haste': define(422, '您读得很快，还需要再确认一次', '请勾选“我确认已阅读并理解”，再继续'),
  'contracts.reading_time_wrong': define(422, '没能记下您的阅读时间', '请把合同从头再看一遍，然后重新勾选'),
  'contracts.version_outdated': define(409, '合同内容已更新', '请重新阅读后再确认'),
  'contracts.unprintable': define(
    422,
    '“{characters}”暂时无法印在合同上',
    '请核对申请信息里的这个字；确实是这个字的，请拨打客服电话，我们来处理',
  ),
  'contracts.details_changed': define(409, '合同里的信息有变动', '请重新阅读合同后再确认'),
  'contracts.id_card_required': define(422, '还没有上传身份证照片', '请上传身份证的人像面和国徽面'),
  'contracts.signature_required': define(422, '还没有确认签名', '请手写签名后点“确认签名”'),
  'contracts.already_signed': define(409, '合同已签署，不能再修改证件或签名', '请查看已生成的合同'),
  'contracts.not_ready': define(409, '合同正在生成', '请等几秒钟，生成后会自动显示'),
  'contracts.acknowledgement_required': define(422, '请先查看合同并勾选“已阅读”', '请打开合同查看'),
  'contracts.digest_mismatch': define(409, '您查看的合同不是最新的一份', '请重新打开合同查看'),
} as const satisfies Record<string, ErrorDefinition>;
