export { createHost, type Host, type HostOptions } from './host';
export { createPhone, type Phone } from './phone/phone';
export { createConsoleBackend, type WechatBackend } from './phone/wechat-backend';
export { type AutomationServer, serveAutomation } from './protocol/serve-automation';
export { WX_TABLE } from './wx/wx-table';
