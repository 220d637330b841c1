/** Grows with every change of the text below; what somebody agreed to is stored with it. */
export const IDENTITY_CONSENT_VERSION = '2026-11-28';
export const IDENTITY_CONSENT = {
  purpose:
    '《电子签名法》第二十条要求我们查验申请人身份，所以需要您的身份证号码：只用于核验身份和签发证书，加密保存，遮盖显示。',
  consent: '我单独同意为上述目的处理我的身份证号码',
};
