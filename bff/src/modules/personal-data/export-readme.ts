/** First file of an export: what the others are. */
export const EXPORT_README = `这个压缩包里是您在受理服务中的全部个人信息：

account.json      账号：手机号、邮箱、实名信息、同意过的协议
identity-checks.json  提交过的实名人工核验
face-checks.json  做过的刷脸核验：时间和结果（没有照片和视频）
*.png             姓名图片：姓名打不出或印不出时，合同上印的样子
orders.json       全部申请：填写的内容、进度、支付
transfers.json    银行转账：备注码、说明、提交和到账的时间
deliveries.json   证书怎样寄给您或被领取：运单号、物流、领取时间
invoices.json     发票：抬头、税号、邮箱、号码和开具时间
refunds.json      每次退款申请：原因、说明、结果
certificates.json 证书：内容、序列号、有效期、状态（没有密钥）
seals.json        电子印章和签名章
phone-changes.json  更换手机号的申请：新旧号码、结果
ukey-unlocks.json  办过的 UKey 解锁：什么时候申请、怎样结束（没有 PIN）
consents.json     每次同意合同的记录：版本、时间、各部分阅读了多少秒、用的设备和网络地址
messages.json     关于申请的短信和订阅消息：内容、什么时候发出、有没有送达
devices.json      登录着的设备
access-log.json   谁在什么时候对您的账号和申请做了什么（工作人员只写角色）
documents/        合同（PDF）、身份证照片、签名、附件和电子印章，按申请编号分文件夹；其中 pick-up-signature.png 是领取时的签名，earlier/ 是现在没有用上的图片

里面有身份证号码和照片，请妥善保管，用完及时删除。
`;
