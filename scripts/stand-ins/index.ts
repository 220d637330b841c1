export {
  createDemoCredentials,
  DEMO_MERCHANT_ID,
  type DemoCredentials,
  loadOrCreateDemoCredentials,
} from './demo-credentials';
export type { EjbcaSettings as EjbcaStandInSettings } from './ejbca/ejbca-world';
export { type EjbcaCertificateView, type EjbcaStandIn, startEjbca } from './ejbca/start-ejbca';
export type { EjbcaCredentials } from './ejbca/trial-authorities';
export { type Kuaidi100StandIn, startKuaidi100 } from './kuaidi100/start-kuaidi100';
export { type MailStandIn, type ReceivedMail, startMail } from './mail/start-mail';
export {
  SMS_TEMPLATES,
  type SmsTemplateId,
  SUBSCRIPTION_TEMPLATE_IDS,
  SUBSCRIPTION_TEMPLATES,
} from './message-templates';
export { createStandInEnvironment, type StandInEnvironment } from './serving/environment';
export { type ActiveFault, FAULTS_OF, type Fault, type FaultBoard, type StandInName } from './serving/fault-board';
export type { RecordedRequest, RequestRecord } from './serving/request-record';
export { createManualScheduler, type ManualScheduler, type Scheduler, systemScheduler } from './serving/scheduler';
export { type StandInOptions, type StandIns, startStandIns } from './start-stand-ins';
export { DEMO_FACE_RULE_ID } from './tencent-cloud/face-checks';
export type { IdentityAnswer } from './tencent-cloud/identity-answers';
export type { ReceivedSms } from './tencent-cloud/sms-inbox';
export { startTencentCloud, type TencentCloudStandIn } from './tencent-cloud/start-tencent-cloud';
export { startTrust, type TrustMaterial, type TrustStandIn } from './trust/start-trust';
export { SEEN_AFTER_MS, type ShippingView } from './wechat/shipping-orders';
export { startWechat, type WechatStandIn } from './wechat/start-wechat';
export type { SubscriptionMessage } from './wechat/subscription-messages';
export { RETRY_SECONDS } from './wechat-pay/notifier';
export type { PaySheetParameters } from './wechat-pay/pay-sign';
export type { PaymentView } from './wechat-pay/payment-view';
export { startWechatPay, type WechatPayStandIn } from './wechat-pay/start-wechat-pay';
