import { localized } from './localized';

/** The service terms and the privacy policy, version TERMS_VERSION of shared; a new text needs a new version. */
export interface TermsSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export const TERMS_TEXT = localized({
  zh: {
    version: (version: string) => `版本 ${version}`,
    service: '服务协议',
    privacy: '隐私政策',
    /** Only where the reader has another language than the document. */
    chineseOnly: '',
  },
  en: {
    version: (version: string) => `Version ${version}`,
    service: 'Terms of service',
    privacy: 'Privacy policy',
    chineseOnly: 'This document is legally binding in Chinese; there is no English version.',
  },
});

/** The part of the privacy policy that is made from the table declared to WeChat. */
export const INTERFACES_SECTION = {
  heading: '微信接口和用途',
  lead: '小程序只在下列用途使用微信提供的信息：',
  line: (information: string, purpose: string) => `${information}：${purpose}。`,
} as const;

export const SERVICE_TERMS: readonly TermsSection[] = [
  {
    heading: '一、服务内容',
    paragraphs: [
      '本服务用于在线申请数字证书：实名认证、阅读并签署电子合同、提交材料、支付费用、查询办理进度。',
      '证书由依法设立的电子认证服务机构审核并签发。提交申请不等于获得证书，是否签发以审核结果为准。',
    ],
  },
  {
    heading: '二、您的承诺',
    paragraphs: [
      '您填写的信息和上传的材料真实、完整，并且您有权提交。为单位办理的，您已取得单位授权。',
      '请妥善保管手机、短信验证码和证书的保护密码。发现被他人使用的，请立即拨打客服电话。',
    ],
  },
  {
    heading: '三、电子合同与签名',
    paragraphs: [
      '您在手机上手写并确认的签名会写入电子合同，由我们加盖电子印章并数字签名。身份证照片只用于核验，不写进合同。',
      '合同上印着您填写的姓名、证件号码、单位和联系方式，签署前请核对。提交申请前发现填错，可以作废合同，改好后重新签署。',
      '合同生成后，您可以在申请里查看。',
    ],
  },
  {
    heading: '四、审核与费用',
    paragraphs: [
      '提交后在项目页面标明的工作日内完成审核，结果以短信通知。需要补充的，我们会逐项说明原因，您只需修改被标出的部分。',
      '费用以项目页面和合同标明的金额为准，审核通过后支付。多付或者重复支付的款项自动原路退回。',
    ],
  },
];

export const PRIVACY_POLICY: readonly TermsSection[] = [
  {
    heading: '一、我们收集什么',
    paragraphs: [
      '手机号：用于登录和通知。姓名、证件号码、证件照片：依法核验证书申请人的身份。手写签名：用于签署合同。',
      '单位名称、统一社会信用代码、法定代表人、营业执照、授权书、邮箱、地址：用于核验单位、签订合同。发票和收件信息：用于开具发票和寄送。上门自取的，还有领取人的姓名和签名：证明证书已交到您手上。',
      '登录邮箱（您自己设置时）：用于登录。登录设备的名称和大致城市：供您查看有没有不认识的设备；不保存网络地址。',
      '人脸核验（仅在您选择刷脸时）：由腾讯云的页面拍摄并与公安机关的照片比对，我们只得到“是不是本人”的结果，不接收也不保存人脸的照片和视频。不刷脸也可以办理。',
      '姓名图片（仅在姓名里有字库没有的字时）：由工作人员从您的证件照片上截取，只用来把姓名印在合同和页面上。',
      '证书和印章：软件证书的私钥在您的设备上生成，UKey 的私钥在 UKey 里生成，私钥和您设置的证书密码都不会传给我们。',
      '微信标识（仅在微信中）：用于微信支付和结果通知。除此之外不读取您手机上的其他内容。',
    ],
  },
  {
    heading: '二、怎样保存和使用',
    paragraphs: [
      '证件号码、手机号、地址和照片加密保存，页面上一般只显示一部分；您本人点开时，以及印进合同时，完整显示。工作人员每次查看照片都会留下记录。',
      '申请材料按法律要求在证书失效后至少保存五年，期满删除。未提交的申请 90 天后删除，您也可以随时自己删除。',
    ],
  },
  {
    heading: '三、向谁提供',
    paragraphs: [
      '身份核验和证件识别机构（姓名、证件号码、手机号、身份证照片，仅用于核验）、腾讯云人脸核身（姓名、证件号码，仅在您选择刷脸时）、企业登记信息查询机构（单位名称、代码、法定代表人，仅用于核验）、短信和支付服务商（手机号、订单金额）、快递公司（收件信息）、物流查询服务商（运单号，个别快递公司还要收件手机号后四位）、微信（在微信支付的订单已发货的信息）。',
      '证书和电子印章是给别人核对用的：上面写有个人姓名，或单位名称和统一社会信用代码，没有证件号码、手机号和地址。收到证书或印章文件的人，可以在这里查询它是否有效；注销账号以后，吊销记录仍会保留。',
      '除法律要求外，不向其他任何人提供，也不用于广告。',
    ],
  },
  {
    heading: '四、您的权利',
    paragraphs: [
      '在“我的 → 账号与安全 → 我的数据”里，您可以导出自己的全部信息，或注销账号：申请后 7 天执行，期间可以撤回；法律要求保存的材料会继续加密保存到期满，不再作其他用途。',
      '手机号停用时，在“更换手机号”里用新手机号和本人身份信息申请；我们会短信告诉原手机号，24 小时内可以阻止。您也可以查看自己的信息；要撤回同意，请注销账号。',
      '其他请求和问题，请拨打首页的客服电话，我们在十五个工作日内答复。',
    ],
  },
];
