export { createHost, type Host, type HostOptions } from './host';
export { USER_DATA_PATH } from './phone/file-store';
export { createPhone, type Phone } from './phone/phone';
export { createConsoleBackend, type WechatBackend } from './phone/wechat-backend';
export { type AutomationServer, serveAutomation } from './protocol/serve-automation';
export { WX_TABLE } from './wx/wx-table';
