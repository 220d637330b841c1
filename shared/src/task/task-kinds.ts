import { DELIVERY_TASK_KINDS } from './delivery-task-kinds';
import { MONEY_TASK_KINDS } from './money-task-kinds';
import { kind, type TaskKindDefinition } from './task-kind';

/**
 * Every outcome that a person must look at: nothing ends in a log line. A kind is opened by a job that gave up, by a use
 * case or by a sweep, once per subject while it is open.
 */
export const TASK_KINDS = {
  'contract-not-sealed': kind({
    label: '合同没有生成',
    advice: '查看原因；排除后点“重新生成”，申请人不需要重新签署',
    role: 'reviewer',
    dueHours: 4,
    redo: '重新生成',
    settlements: [],
  }),
  'contract-not-lasting': kind({
    label: '合同的长期验证信息没有补全',
    advice: '合同本身有效，不影响办理。检查时间戳服务和证书状态查询的网络与设置，恢复后点“重新补全”',
    role: 'administrator',
    dueHours: 72,
    redo: '重新补全',
    settlements: [],
  }),
  'review-overdue': kind({
    label: '审核已超过承诺时间',
    advice: '尽快审核这份申请；作出决定后本条自动关闭',
    role: 'reviewer',
    dueHours: 2,
    redo: null,
    settlements: [],
  }),
  'application-twice': kind({
    label: '同一单位或个人有两份正在办理的申请',
    advice: '与申请人核对留哪一份：不留的请申请人取消；待审核的也可以不予通过',
    role: 'reviewer',
    dueHours: 24,
    redo: null,
    settlements: ['told-by-phone', 'taken-care-of', 'not-needed'],
  }),
  'identity-check-overdue': kind({
    label: '人工核验已超过承诺时间',
    advice: '尽快在“实名核验”里作出决定；决定后本条自动关闭',
    role: 'reviewer',
    dueHours: 2,
    redo: null,
    // An account that was deleted meanwhile leaves nothing to decide.
    settlements: ['not-needed'],
  }),
  ...MONEY_TASK_KINDS,
  'notice-not-sent': kind({
    label: '通知没有送达',
    advice: '可点“重新发送”；仍不行请打电话告知申请人',
    role: 'reviewer',
    dueHours: 24,
    redo: '重新发送',
    settlements: ['told-by-phone', 'not-needed'],
  }),
  'shipping-not-reported': kind({
    label: '发货信息没有上传到微信',
    advice:
      '查看原因后点“重新上传”；仍不行请在微信公众平台的“发货信息管理”里手工录入，否则货款会被冻结。同一笔支付微信只允许修改一次发货信息',
    role: 'issuer',
    dueHours: 24,
    redo: '重新上传',
    settlements: ['taken-care-of', 'not-needed'],
  }),
  'issuing-not-started': kind({
    label: '制证没有开始',
    advice: '点“重新开始”',
    role: 'issuer',
    dueHours: 4,
    redo: '重新开始',
    settlements: [],
  }),
  'order-late': kind({
    label: '申请停留超过时限',
    advice: '已付款的尽快制证、寄出；在等申请人自己生成密钥或下载的，致电提醒；申请往下走后本条自动关闭',
    role: 'issuer',
    dueHours: 24,
    redo: null,
    settlements: ['told-by-phone', 'taken-care-of'],
  }),
  'certificate-not-issued': kind({
    label: '证书没有签发成功',
    advice:
      '查看原因，到签发系统核对；排除后点“重新签发”，不会重复签发。原因在密钥的，选“重新生成密钥”：软件证书请电话通知申请人重新领取，UKey 请换一支空白的重做',
    role: 'issuer',
    dueHours: 4,
    redo: '重新签发',
    // The order then takes another key; where there is a certificate already it is refused.
    settlements: ['new-key'],
  }),
  'successor-stopped': kind({
    label: '原证书已注销，申请不能继续',
    advice: '告知申请人；待审核的不予通过，已经付款的请财务退款。原证书注销后可以补办或重新申请',
    role: 'reviewer',
    dueHours: 8,
    redo: null,
    settlements: ['told-by-phone', 'taken-care-of', 'not-needed'],
  }),
  'certificate-not-revoked': kind({
    label: '证书注销没有送达签发系统',
    advice: '尽快点“重新注销”；仍不行请到签发系统手工注销，期间证书仍可能被冒用',
    role: 'issuer',
    dueHours: 1,
    redo: '重新注销',
    settlements: ['taken-care-of'],
  }),
  'seal-not-made': kind({
    label: '电子印章没有制作成功',
    advice: '查看原因；排除后点“重新制作”，不会做出第二枚；名称实在无法制作的，联系持有人说明',
    role: 'issuer',
    dueHours: 8,
    redo: '重新制作',
    settlements: ['told-by-phone', 'not-needed'],
  }),
  ...DELIVERY_TASK_KINDS,
  'phone-change-stuck': kind({
    label: '更换手机号没有完成',
    advice: '点“重新执行”；仍不行请联系申请人',
    role: 'reviewer',
    dueHours: 8,
    redo: '重新执行',
    settlements: ['told-by-phone'],
  }),
  'data-export-failed': kind({
    label: '个人信息导出没有成功',
    advice: '点“重新准备”；法律要求及时答复申请人',
    role: 'administrator',
    dueHours: 24,
    redo: '重新准备',
    settlements: [],
  }),
  'account-deletion-stuck': kind({
    label: '账号注销没有完成',
    advice: '点“重新执行”；法律要求及时完成',
    role: 'administrator',
    dueHours: 24,
    redo: '重新执行',
    settlements: [],
  }),
  'upkeep-failed': kind({
    label: '系统维护任务没有完成',
    advice: '查看原因；排除后点“重新执行”',
    role: 'administrator',
    dueHours: 24,
    redo: '重新执行',
    settlements: ['taken-care-of'],
  }),
  'sms-budget-low': kind({
    label: '今日短信额度已用去八成',
    advice: '查看是否有人恶意获取验证码；需要时提高额度',
    role: 'administrator',
    dueHours: 2,
    redo: null,
    settlements: ['taken-care-of'],
  }),
  'credential-ends': kind({
    label: '证书或密钥即将到期',
    advice: '请在到期前更换，更换后重启服务',
    role: 'administrator',
    dueHours: 72,
    redo: null,
    settlements: ['taken-care-of'],
  }),
  'calendar-ends': kind({
    label: '工作日历还没有下一年的安排',
    advice:
      '请放好国务院公布的节假日和调休安排，再重启服务；在那之前承诺时间只除去周末，节假日会算错；放好并重启后本条自动关闭',
    role: 'administrator',
    dueHours: 72,
    redo: null,
    settlements: [],
  }),
  'contract-template-waiting': kind({
    label: '合同草稿等待发布',
    advice: '在“合同模板”页面核对草稿；由最后保存的人以外的另一位管理员发布，或者修改、丢弃；办完后本条自动关闭',
    role: 'administrator',
    dueHours: 72,
    redo: null,
    settlements: [],
  }),
  'project-draft-waiting': kind({
    label: '项目草稿等待发布',
    advice:
      '在“项目”页面核对和现在使用的版本有哪些不同；由导入的人以外的另一位管理员发布，或者丢弃；办完后本条自动关闭',
    role: 'administrator',
    dueHours: 72,
    redo: null,
    settlements: [],
  }),
  'staff-change-waiting': kind({
    label: '工作人员的更改等待生效',
    advice: '在“工作人员”页面核对是谁要求的；属实的由另一位管理员同意，不属实的取消；办完后本条自动关闭',
    role: 'administrator',
    dueHours: 24,
    redo: null,
    settlements: [],
  }),
} as const satisfies Record<string, TaskKindDefinition>;

export type TaskKind = keyof typeof TASK_KINDS;
export const TASK_KIND_NAMES = Object.keys(TASK_KINDS) as readonly TaskKind[];

export const definitionOfTask = (name: TaskKind): TaskKindDefinition => TASK_KINDS[name];

/** Names of what a task is about. */
export const TASK_SUBJECT_LABELS = {
  order: '申请',
  certificate: '证书',
  electronicSeal: '电子印章',
  delivery: '寄送',
  phoneChange: '更换手机号',
  identityCheck: '实名核验',
  export: '个人信息导出',
  deletion: '账号注销',
  anchor: '审计锚点',
  staffChange: '工作人员的更改',
  contractTemplate: '合同模板',
  bankEntry: '银行到账',
  invoice: '发票',
  reconciliationDay: '对账',
  system: '系统',
} as const;
export type TaskSubjectKind = keyof typeof TASK_SUBJECT_LABELS;

/** What a task may say about its cause: codes, numbers and amounts, never personal data. */
export const TASK_FACT_LABELS = {
  orderNumber: '申请编号',
  otherOrder: '另一份申请',
  reason: '原因',
  outTradeNo: '商户订单号',
  expectedFen: '应收',
  receivedFen: '实收',
  currency: '币种',
  tries: '已试次数',
  job: '任务',
  used: '已用',
  budget: '额度',
  daysLeft: '剩余天数',
  credential: '证书',
  promisedBy: '承诺时间',
  year: '年份',
  day: '日期',
  differences: '差异笔数',
  numbers: '商户单号',
} as const;
export type TaskFact = keyof typeof TASK_FACT_LABELS;
