export { canSignInWithWechat, wechatLoginCode } from './wechat-login.h5';
