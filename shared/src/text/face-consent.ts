/** Grows with every change of the text below; what somebody agreed to is stored with it. */
export const FACE_CONSENT_VERSION = '2026-12-01';
/**
 * 个人信息保护法 第二十九条、第三十条 and 人脸识别技术应用安全管理办法 第五条至第十条: purpose, way, necessity, who processes, how long it
 * is kept, and that there is another way. Apart from the consent to the ID number, and never asked of who does not choose this way.
 */
export const FACE_CONSENT = {
  purpose:
    '刷脸只用来确认是您本人在申请：由腾讯云的核验页面拍一段您的面部视频，与公安机关的证件照片比对，只把“是不是本人”告诉我们。我们不接收也不保存您的面部照片和视频；腾讯云按其说明至多保留 3 天。',
  choice: '不想刷脸没有关系：可以改由工作人员对照证件照片核验，不影响办理。',
  consent: '我单独同意为上述目的处理我的面部信息',
};
