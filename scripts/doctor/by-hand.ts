import { type Finding, unchecked } from './finding';

/** What nothing here can answer truthfully: asking would send, cost or take something away, or only a page of the vendor's shows it. */
export const BY_HAND: readonly Finding[] = [
  unchecked(
    '小程序服务器域名',
    '微信公众平台 → 开发管理 → 服务器域名：request、uploadFile、downloadFile 都要有本系统的 https 域名',
  ),
  unchecked(
    '小程序隐私保护指引与最低基础库',
    '微信公众平台 → 设置 → 服务内容声明；基础库最低版本 2.32.3。应申报的接口运行 npm run privacy 查看',
  ),
  unchecked('订阅消息模板', '微信公众平台 → 订阅消息 → 我的模板：编号与设置一致，字段顺序与上线说明一致'),
  unchecked(
    '腾讯云密钥、短信签名与模板',
    '每次询问都可能计费或取走回执，所以不在此试。请在腾讯云控制台 → 短信核对签名和每个模板已通过，再用自己的手机登录一次',
  ),
  unchecked('实名核验、证件识别、企业核验', '每次询问都计费。请用自己的身份信息在测试申请里走一遍'),
  unchecked('快递 100', '每次查询都计费。请在快递 100 后台核对授权 key 和余额'),
  unchecked('微信支付退款与对账权限', '商户平台 → 产品中心确认已开通；上线后第一笔小额付款请自己付、自己退'),
];
