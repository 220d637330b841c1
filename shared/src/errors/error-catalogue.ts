import { BANK_TRANSFER_ERRORS } from './bank-transfer-errors';
import { CLIENT_ERRORS } from './client-errors';
import { CONTRACT_CHECK_ERRORS } from './contract-check-errors';
import { DESK_ERRORS } from './desk-errors';
import { define, type ErrorDefinition } from './error-definition';
import { INVOICE_ERRORS } from './invoice-errors';
import { NOTICE_ERRORS } from './notice-errors';
import { ORDER_ERRORS } from './order-errors';
import { PAY_LINK_ERRORS } from './pay-link-errors';
import { PICTURE_ERRORS } from './picture-errors';
import { PROJECT_VERSION_ERRORS } from './project-version-errors';
import { RECONCILIATION_ERRORS } from './reconciliation-errors';
import { REFUND_ERRORS } from './refund-errors';
import { REVIEW_ERRORS } from './review-errors';
import { UKEY_UNLOCK_ERRORS } from './ukey-unlock-errors';

export type { ErrorDefinition };

/** The one vocabulary of errors. The mini-program, the API document and the log all use these codes. */
export const ERROR_CATALOGUE = {
  ...CLIENT_ERRORS,
  // across
  'request.invalid': define(422, '有内容填写不正确', '请按提示修改，已填写的内容都保留着'),
  'request.not_found': define(404, '没有找到您要的内容', '请返回上一页重试'),
  'request.method_not_allowed': define(405, '请求方式不正确', '请更新到最新版本后重试'),
  'request.unreadable': define(400, '提交的内容无法识别', '请重试一次'),
  'request.too_frequent': define(429, '操作太频繁了', '请在 {seconds} 秒后再试'),
  'request.cursor_invalid': define(422, '列表的翻页位置不正确', '请从第一页重新查看'),
  'request.wrong_media_type': define(415, '提交的内容格式不对', '请更新到最新版本后重试'),
  'request.body_missing': define(422, '没有收到要提交的内容', '请重试一次，已保存的内容没有变'),
  'server.busy': define(503, '现在办理的人较多', '请在 {seconds} 秒后再试，已填写的内容都保留着'),
  // sign-in
  'auth.forbidden': define(403, '当前账号不能进行此操作', '请换用有权限的账号'),
  'auth.code_wrong': define(401, '验证码不对', '请核对短信里的 6 位数字，还可以试 {remaining} 次'),
  'auth.code_expired': define(401, '验证码已失效', '请重新获取验证码'),
  'auth.code_too_many_tries': define(429, '验证码输错次数太多，已失效', '请重新获取验证码'),
  'auth.code_too_soon': define(429, '验证码刚刚发送过', '请在 {seconds} 秒后重新获取'),
  'auth.code_daily_limit': define(429, '今天获取验证码的次数太多了', '请明天再试，或联系客服'),
  'auth.sms_unavailable': define(503, '短信暂时发送不出去', '请稍后重新获取验证码，本次不计次数'),
  'auth.phone_rejected': define(422, '这个手机号收不到短信', '请核对手机号后重试'),
  'auth.mail_unavailable': define(503, '邮件暂时发送不出去', '请稍后重新获取验证码，本次不计次数'),
  'auth.email_rejected': define(422, '这个邮箱收不到邮件', '请核对邮箱地址后重试'),
  'auth.email_taken': define(409, '这个邮箱已用于另一个账号', '请换一个邮箱，或先在那个账号里移除它'),
  'auth.wechat_code_invalid': define(401, '微信授权已失效', '请重新点击，或使用短信验证码登录'),
  'auth.wechat_unavailable': define(503, '微信暂时没有响应', '请稍后重试，或使用短信验证码登录'),
  'auth.password_wrong': define(401, '账号或密码不对', '请核对后重试'),
  'auth.password_retired': define(401, '这是旧平台的初始密码，不能再用', '请用短信验证码登录，再设置自己的密码'),
  'auth.password_delayed': define(429, '输错的次数太多了', '请在 {seconds} 秒后再试，或换一种方式登录'),
  'auth.password_exists': define(409, '已经设置过登录密码', '请用原密码修改，或通过“忘记密码”重新设置'),
  'auth.device_code_required': define(403, '这是一台新设备', '请再输入短信验证码，确认是您本人'),
  'auth.picture_required': define(403, '这个号码今天已多次获取验证码', '请先输入图片里的字符，再获取验证码'),
  'auth.picture_wrong': define(422, '图形验证码不对或已过期', '请按新的图片重新输入'),
  'auth.account_unknown': define(404, '这个手机号还没有注册', '请用短信验证码登录，首次登录即注册'),
  'auth.session_not_found': define(404, '没有找到这台设备的登录', '请刷新列表后再试'),
  'auth.second_factor_required': define(401, '还需要第二重验证', '请输入动态验证码或备用码，或用登记的证书验证'),
  'auth.second_factor_wrong': define(401, '动态验证码不对或已经用过', '请等下一个 6 位数字出现后再试'),
  'auth.second_factor_exists': define(409, '已经启用了动态验证码', '如需更换身份验证器，请先停用'),
  'auth.second_factor_not_begun': define(409, '还没有开始启用动态验证码', '请先在身份验证器里添加密钥'),
  'auth.second_factor_last': define(409, '这是最后一种第二重验证，不能去掉', '请先启用动态验证码或登记另一张证书'),
  'auth.certificate_not_bound': define(403, '这张证书没有登记为您的第二重验证', '请换用登记过的证书，或动态验证码'),
  'auth.second_factor_not_enrolled': define(403, '还没有启用动态验证码', '请先在“登录安全”里启用，再继续工作'),
  'auth.challenge_invalid': define(401, '这次签名已过期或已经用过', '请重试一次'),
  'auth.certificate_unknown': define(401, '这张证书不是本平台签发的', '请换用在本平台办理的证书，或改用其他方式'),
  'auth.certificate_not_proved': define(
    401,
    '签名与证书对不上，不能证明证书在您手里',
    '请确认选的是这张证书后重试，或改用其他方式',
  ),
  'auth.certificate_early': define(403, '这张证书还没有生效', '请在证书写明的生效时间之后再试，或改用其他方式'),
  'auth.certificate_expired': define(403, '这张证书已过期', '请改用其他方式，再办理新的证书'),
  'auth.certificate_revoked': define(403, '这张证书已注销', '请换一张有效的证书，或改用其他方式'),
  'auth.certificate_suspended': define(403, '这张证书已停用', '请联系客服恢复证书，或改用其他方式'),
  'auth.certificate_unfit': define(403, '这张证书不能用来登录', '请换一张签名证书，或改用其他方式'),
  'auth.certificate_unchecked': define(503, '暂时查不到这张证书是否有效', '请稍后重试，或改用其他方式'),
  'auth.terms_outdated': define(409, '服务协议已更新', '请阅读新的协议后再登录'),
  // identity
  'identity.required': define(403, '需要先完成实名认证', '请先进行实名认证'),
  'identity.mismatch': define(
    422,
    '姓名、身份证号码和手机号不一致',
    '请与身份证核对；手机号须是本人实名办理的；确认无误的可提交人工核验',
  ),
  'identity.no_record': define(422, '暂时查不到这个身份信息', '请核对姓名和号码；如刚换证或改名，可提交人工核验'),
  'identity.under_age': define(422, '申请人须年满 18 周岁', '请由成年经办人申请'),
  'identity.name_unprintable': define(
    422,
    '姓名中的“{characters}”暂时无法印在合同上',
    '请提交人工核验，由工作人员核对证件照片',
  ),
  'identity.staff_check_needed': define(
    422,
    '这种证件不能在线自动核验',
    '请上传证件照片并提交人工核验；您填写的内容都保留着',
  ),
  'identity.too_many_attempts': define(429, '今天认证失败次数太多', '请明天再试，或现在提交人工核验'),
  'identity.already_verified': define(409, '本账号已完成实名认证', '如信息有误，请联系客服'),
  'identity.phone_code_required': define(
    403,
    '这不是您的登录手机号，需要先验证',
    '请获取并填写这个手机号收到的验证码，或改用登录手机号',
  ),
  'identity.known_elsewhere': define(
    409,
    '这个身份已在账号 {phone} 完成过实名认证',
    '请用那个手机号登录；号码已停用的，请在登录页办理更换手机号',
  ),
  'identity.unavailable': define(503, '身份核验服务暂时没有响应', '请稍后重试，本次不计次数；也可提交人工核验'),
  'identity.consent_required': define(
    409,
    '还没有同意处理身份证号码，或说明已更新',
    '请阅读最新的说明，勾选同意后继续',
  ),
  // identity check by face
  'face_checks.not_offered': define(409, '现在不能刷脸核验', '请用其他方式核验身份'),
  'face_checks.consent_required': define(
    409,
    '还没有同意处理面部信息，或说明已更新',
    '请阅读最新的说明，勾选同意后继续；也可以不刷脸，用其他方式核验',
  ),
  'face_checks.too_many': define(429, '今天刷脸核验的次数用完了', '请明天再试，或现在提交人工核验'),
  'face_checks.not_found': define(404, '没有找到这次刷脸核验', '请刷新后再试'),
  // identity check by staff
  'identity_checks.photos_missing': define(422, '还没有证件照片', '请先在申请里上传证件的两面照片，再提交人工核验'),
  'identity_checks.already_requested': define(409, '您已有一份人工核验正在进行', '请等待结果；结果会用短信告诉您'),
  'identity_checks.not_found': define(404, '没有找到这份核验', '请刷新列表后再试'),
  'identity_checks.decided': define(409, '这份核验已经办完', '请刷新后查看结果'),
  // certificates
  'certificates.not_ready': define(
    409,
    '这份申请还没有到制证这一步（{status}）',
    '请先完成前面的步骤，或刷新后查看进度',
  ),
  'certificates.made_at_desk': define(409, '这份申请领取的是 UKey，由工作人员制证', '请在申请里查看进度'),
  'certificates.request_unreadable': define(422, '证书请求无法识别', '请在本人设备上重新生成后再试'),
  'certificates.proof_failed': define(422, '证书请求的签名不对，不能证明密钥在您手里', '请在本人设备上重新生成后再试'),
  'certificates.key_weak': define(422, '这个密钥不够安全，不能用来办证书', '请在本人设备上重新生成后再试'),
  'certificates.key_compromised': define(
    422,
    '这个密钥可能已被别人掌握，不能用来办证书',
    '请重新生成一个密钥后再试，不要导入以前用过的密钥',
  ),
  'certificates.key_used': define(409, '这个密钥已经用过，不能再办一张证书', '请在本人设备上重新生成后再试'),
  'certificates.algorithm_not_offered': define(422, '这个项目不支持这种密钥算法', '请更新到最新版本后重新生成'),
  'certificates.already_requested': define(
    409,
    '这份申请的证书正在用另一个密钥制作',
    '请在开始办理的那台设备上继续；那台设备找不到了请联系客服',
  ),
  'certificates.not_found': define(404, '没有找到这张证书', '请刷新列表后再试'),
  'certificates.made_by_holder': define(409, '这份申请领取的是软件证书，密钥由申请人自己生成', '等待申请人领取即可'),
  'certificates.other_token': define(409, '这张证书是为另一个 UKey 制作的', '请插入制证时用的那个 UKey'),
  'certificates.state_not_allowed': define(409, '证书现在是“{state}”，不能这样操作', '请刷新后再看'),
  'certificates.too_many_to_export': define(
    422,
    '符合条件的证书超过 {most} 张，一次导不出来',
    '请先按状态筛选，再导出',
  ),
  'certificates.not_issued': define(409, '证书还没有签发', '请稍后刷新查看'),
  'identity_checks.name_picture_unclear': define(
    422,
    '这张图片上认不出姓名',
    '请只截取姓名部分，浅底深字，用 jpg 或 png 格式（400 万像素以内）再传一次',
  ),
  // electronic seals
  'electronic_seals.not_found': define(404, '没有找到这枚电子印章', '请刷新后再试'),
  'electronic_seals.not_made': define(409, '电子印章还没有制作好', '一般几秒钟就好，请稍后刷新'),
  'electronic_seals.not_offered': define(409, '这份申请没有电子印章', '无需操作，请继续办理'),
  'electronic_seals.not_drawable': define(422, '这个名称暂时画不成印章', '不影响领取证书；需要印章的，请拨打客服电话'),
  'electronic_seals.data_missing': define(422, '没有收到印章文件', '请选择印章文件后再试'),
  // deliveries
  'deliveries.not_ready': define(409, '证书还没有制作好，没有可以交付的', '请在证书签发后再来查看'),
  'deliveries.certificate_not_valid': define(409, '证书已停用或注销，不能交付', '请把 UKey 留在柜台，先查清证书的情况'),
  'deliveries.token_not_checked': define(409, '证书还没有写入 UKey 并核对', '请先在“制证”里完成，再寄出或交付'),
  'deliveries.not_by_courier': define(409, '这份申请不是邮寄领取', '请按申请人选择的方式当面交付'),
  'deliveries.not_for_pick_up': define(409, '这份申请不是上门自取', '请在申请里查看领取方式'),
  'deliveries.number_wrong': define(422, '这不是{courier}的运单号', '请对照面单核对单号和快递公司'),
  'deliveries.number_used': define(409, '这个运单号已用于申请 {orderNumber}', '请对照面单核对'),
  'deliveries.already_sent': define(409, '已经寄出，运单号 {trackingNumber}', '登记错了的，请用“改正单号”'),
  'deliveries.too_many_parcels': define(409, '已经寄过 {count} 次', '请致电申请人，商定其他领取方式'),
  'deliveries.no_parcel': define(409, '还没有寄出', '请刷新后再看'),
  'deliveries.parcel_moving': define(409, '快递公司已收件，单号不能再改', '单号确实不对的，请登记包裹的结果'),
  'deliveries.parcel_lost': define(
    409,
    '包裹已登记为丢失，证书已停用',
    '如果您已经收到，请拨打客服电话，核实后恢复证书',
  ),
  'deliveries.outcome_not_allowed': define(409, '包裹现在是“{state}”，不能这样登记', '请刷新后再看'),
  'deliveries.voucher_unknown': define(404, '没有找到这个领取码', '请重新扫描，或按申请编号查找'),
  'deliveries.collected': define(409, '已经领取过了', '请在申请里查看领取时间'),
  'deliveries.agent_unnamed': define(422, '还没有填写代领人姓名', '请按代领人的证件填写'),
  'deliveries.file_missing': define(422, '没有收到文件', '请选择 CSV 文件'),
  'deliveries.file_unreadable': define(
    422,
    '这个文件读不出来',
    '请用导出的清单填写后另存为 CSV，要有“申请编号”和“运单号”两列',
  ),
  'deliveries.file_too_long': define(422, '文件太长了', '请控制在 {most} 行以内'),
  ...REFUND_ERRORS,
  ...INVOICE_ERRORS,
  ...RECONCILIATION_ERRORS,
  ...PROJECT_VERSION_ERRORS,
  ...UKEY_UNLOCK_ERRORS,
  ...BANK_TRANSFER_ERRORS,
  ...CONTRACT_CHECK_ERRORS,
  ...PAY_LINK_ERRORS,
  // revocation status
  'revocation_status.published_elsewhere': define(404, '证书的吊销信息不在这里公布', '请到证书里写明的地址查询'),
  'certificates.replaced': define(409, '这张证书已经换成新的了', '请从新证书办理'),
  'certificates.renewal_too_early': define(409, '还没有到可以续期的时候', '请在 {day} 以后再来'),
  'certificates.too_late': define(409, '这张证书已经到期，不能这样办理了', '请重新申请一张证书'),
  'certificates.not_for_holder': define(409, '个人证书没有信息变更', '姓名或证件有变化的，请联系客服'),
  'certificates.in_work': define(
    409,
    '这张证书已经在办理，申请编号 {orderNumber}',
    '请继续那份申请；还没有提交的，也可以删除它后重新开始',
  ),
  'certificates.origin_ended': define(
    409,
    '原来的证书已经有了变化，这份申请不能继续',
    '还没有提交的，请删除后重新办理；提交了的，请联系客服，已付的款项可以退回',
  ),
  // files
  ...PICTURE_ERRORS,
  'files.type_mismatch': define(415, '图片内容与格式不符，可能已损坏', '请重新拍摄或另选一张'),
  'files.same_as_other_side': define(422, '这一面和另一面是同一张照片', '身份证两面都要：请把身份证翻过来，拍另一面'),
  'files.too_many_pixels': define(422, '图片尺寸太大', '请用手机直接拍摄，或缩小后再上传'),
  'files.missing': define(422, '没有收到图片', '请重新选择图片'),
  'files.not_found': define(404, '没有找到这个文件', '请重新上传'),
  'files.too_many': define(
    409,
    '这份申请上传的图片太多了',
    '请先用已上传的图片；没有用上的图片一天后自动删除，之后可以再传',
  ),
  'files.busy': define(503, '现在上传图片的人较多', '请在 {seconds} 秒后再试，图片还在，不用重新拍'),
  'files.card_expired': define(
    422,
    '这张身份证已过有效期，照片没有放进申请',
    '请换用有效期内的身份证；如还在有效期内，请把日期拍清楚后重拍',
  ),
  'files.card_missing': define(
    422,
    '照片里没有找到身份证',
    '请把身份证放正、拍满画面后重拍；确实是您的证件的，可以仍用这张，由工作人员核对',
  ),
  'files.card_wrong_side': define(
    422,
    '这是身份证的另一面',
    '请翻过来再拍；确实是这一面的，可以仍用这张，由工作人员核对',
  ),
  'files.several_cards': define(
    422,
    '照片里不止一张证件',
    '请只拍一张证件的一面；确实只有一张的，可以仍用这张，由工作人员核对',
  ),
  'files.wrong_purpose': define(422, '这张图片不能用在这里', '请按要求重新上传'),
  'signature.empty': define(422, '还没有签名', '请在框内手写您的姓名，再点“确认签名”'),
  'signature.too_small': define(422, '签名太小，看不清', '请在框内写大一些'),
  'signature.not_writing': define(422, '这不像手写的姓名', '请在框内手写您的姓名，不要只画线、画框或涂点'),
  'signature.too_large': define(
    422,
    '签名图片太大（{actual}）',
    '请在签名页重新手写；如仍不行，请更新到最新版本后重试',
  ),
  // orders
  'projects.not_found': define(404, '没有这个办理项目', '请重新选择项目'),
  'projects.not_for_type': define(422, '这个项目不办理这类证书', '请按项目说明选择为单位或为个人办理'),
  'units.mismatch': define(
    422,
    '与登记机关的信息不一致',
    '请对照营业执照核对；执照上确实如此的，可以确认后交工作人员核对',
  ),
  'units.not_in_business': define(
    422,
    '登记机关显示该单位已{state}，不能申请证书',
    '请核对代码；如信息有误，请先向登记机关更正，或联系客服',
  ),
  'units.role_mismatch': define(
    422,
    '您选择的是法定代表人本人办理，但实名认证的姓名与法定代表人不同',
    '请核对法定代表人姓名；受单位委托办理的，请改选“经办人”',
  ),
  ...ORDER_ERRORS,
  ...REVIEW_ERRORS,
  ...DESK_ERRORS,
  ...NOTICE_ERRORS,
  // changed number
  'phone_changes.not_matched': define(
    422,
    '原手机号的账号不是由您本人实名认证的',
    '请核对原手机号；没有实名认证过的账号，直接用新手机号登录即可',
  ),
  'phone_changes.number_in_use': define(409, '新手机号已经有办理过申请的账号', '请直接用新手机号登录，或联系客服'),
  'phone_changes.already_requested': define(409, '这个账号已有正在进行的更换申请', '请等待办理结果'),
  'phone_changes.not_found': define(404, '没有找到更换手机号的申请', '请刷新后再试'),
  'phone_changes.decided': define(409, '这份更换申请已经办完', '请刷新后查看结果'),
  'phone_changes.second_person_required': define(409, '您已经同意过，还需要另一位工作人员同意', '请请另一位审核员办理'),
  // personal data
  'personal_data.export_running': define(409, '已有一份导出正在准备', '请等它准备好，通常不到 1 分钟'),
  'personal_data.export_not_found': define(404, '没有找到这份导出', '请刷新列表后再试'),
  'personal_data.export_not_ready': define(409, '导出还在准备', '请稍等，准备好后会自动显示'),
  'personal_data.export_expired': define(410, '这份导出已过期并删除', '请重新导出'),
  'personal_data.certificates_valid': define(
    409,
    '您还有 {count} 张有效的证书',
    '注销账号后就无法管理证书了，请先在“我的证书”里注销证书',
  ),
  'personal_data.orders_live': define(
    409,
    '还有 {count} 份申请正在办理，现在不能注销',
    '请等办理完成，或联系客服处理这些申请',
  ),
  'personal_data.deletion_scheduled': define(409, '已经申请过注销', '如想保留账号，请撤回'),
  // staff
  'staff.username_taken': define(409, '这个账号已经有人用了', '请换一个账号'),
  'staff.member_not_found': define(404, '没有找到这位工作人员', '请刷新列表后再试'),
  'staff.member_disabled': define(409, '这个账号已停用', '请先恢复账号，再邀请'),
  'staff.last_administrator': define(409, '至少要保留一位管理员', '请先让另一位工作人员成为管理员'),
  'staff.invitation_invalid': define(422, '邀请码不对、已用过或已过期', '请核对邀请码；过期的请管理员重新邀请'),
  'staff.proof_required': define(403, '这项操作要再次确认是您本人', '请输入登录密码和动态验证码后再试'),
  'staff.change_waiting': define(409, '同样的更改已经在等待', '请另一位管理员同意，或先取消它'),
  'staff.certificate_bound': define(409, '这张证书已登记为第二重验证', '是您登记的可直接使用；不是的请换一张'),
  'staff.certificate_not_bound': define(404, '没有找到登记的这张证书', '请刷新页面后再试'),
  'staff.certificates_too_many': define(409, '登记的证书已有 {most} 张，不能再增加', '请先去掉不再使用的证书'),
  'staff.change_not_found': define(404, '没有找到这项更改', '请刷新列表后再试'),
  'staff.change_settled': define(409, '这项更改已经办完或取消', '请刷新列表查看结果'),
  'staff.second_administrator_required': define(409, '您要求的更改须由另一位管理员同意', '请请另一位管理员办理'),
  'staff.role_too_new': define(
    403,
    '刚成为工作人员或刚得到这个角色，满 24 小时后才能参与双人办理',
    '请在 {hours} 小时后再办，或请另一位同事办理',
  ),
  'staff.own_order': define(403, '这是您本人的申请，不能由您办理', '请请另一位同事办理'),
  // contract templates
  'templates.not_found': define(404, '没有找到这个合同模板', '请刷新列表后再试'),
  'templates.published': define(409, '这个版本已经发布，不能再改', '请另存一份草稿再修改'),
  'templates.unfit': define(422, '这份草稿还不能用来签合同', '请按列出的问题修改后再试'),
  'templates.second_administrator_required': define(
    409,
    '您保存的草稿须由另一位管理员发布',
    '请请另一位管理员核对并发布',
  ),
  'templates.too_early': define(409, '只有一位管理员时，草稿保存满 24 小时才能发布', '请在 {hours} 小时后再发布'),
  // tasks
  'tasks.not_found': define(404, '没有找到这项待办', '请刷新列表后再试'),
  'tasks.closed': define(409, '这项待办已经办完', '请刷新列表查看结果'),
  'tasks.claimed': define(409, '这项待办已由{name}认领', '请与认领人联系，或刷新列表办理其他待办'),
  'tasks.action_not_offered': define(409, '这项待办不能这样处理', '请按页面上给出的方式处理'),
  'tasks.redo_under_way': define(409, '这项待办正在重新办理', '请等结果出来，再决定怎样处理'),
  'tasks.settlement_does_not_fit': define(409, '这样处理与申请现在的状态不符', '请查看申请后选择别的处理方式'),
  // payments
  'payments.not_payable': define(409, '这份申请现在不需要支付（{status}）', '请刷新后查看最新状态'),
  'payments.not_required': define(409, '这个项目不需要支付', '无需操作，等待制证即可'),
  'payments.already_paid': define(409, '已经支付过了', '请不要重复付款，等待制证即可'),
  'payments.wechat_required': define(422, '请先在微信里授权登录，再用微信支付', '请重新打开小程序后重试'),
  'payments.being_checked': define(409, '有一笔款项正在核对', '请不要重复付款；核对结果会显示在这里'),
  'payments.superseded': define(409, '已在别处选择了另一种支付方式', '请在那里完成支付，或刷新后重新选择'),
  'payments.too_many_attempts': define(429, '更换支付方式太频繁了', '请在 10 分钟后再试；如已付款，请不要重复付款'),
  'payments.unavailable': define(
    503,
    '微信支付暂时没有响应',
    '请稍后重试；如果已经付款，请不要重复付款，结果以本页为准',
  ),
  'payments.rejected': define(502, '微信支付没有接受这次请求', '请稍后重试；如仍不行，请联系客服'),
  // provider callbacks
  'callbacks.signature_invalid': define(401, '签名不正确', '请检查平台公钥与商户配置'),
  'callbacks.content_invalid': define(400, '通知内容不正确', '请检查通知内容'),
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

const CODES: ReadonlySet<string> = new Set(Object.keys(ERROR_CATALOGUE));

export const isErrorCode = (value: unknown): value is ErrorCode => typeof value === 'string' && CODES.has(value);
