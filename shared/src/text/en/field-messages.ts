import { englishProjectFileMessage } from './project-file-messages';
import { SIGN_IN_SENTENCES } from './sign-in-field-messages';

/** Names of the fields inside the sentences that `lineOfText` makes, as they stand in the middle of a sentence. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  发票抬头: 'the invoice title',
  银行名称: 'the name of the bank',
  表示收入的字: 'the word for income',
  营业地址: 'the business address',
  开户银行: 'the bank',
  快递公司: 'the courier',
  收件人: 'the recipient',
  省份: 'the province',
  城市: 'the city',
  区县: 'the district',
  详细地址: 'the street address',
  单位名称: 'the name of the organisation',
  联系地址: 'the contact address',
  说明: 'the note',
  退款说明: 'the explanation',
  不同意的原因: 'the reason',
  原因: 'the reason',
  对这个字的说明: 'the description of the character',
  姓名: 'the name',
  代领人姓名: 'the name of who came',
  付款户名: 'the name of the payer',
  附言: 'the remark',
  处理结果: 'what became of it',
};

/** Sentences that stand as they are in a schema or in a check. */
const SENTENCES: Readonly<Record<string, string>> = {
  ...SIGN_IN_SENTENCES,
  内容太长了: 'This is too long',
  请说明这个字怎么写: 'Please describe how the character is written',
  请选择退款原因: 'Please choose why the money should go back',
  请说明退款的原因: 'Please say why the money should go back',
  合同编号的格式不正确: 'This is not the number of a contract',
  '验真码是 12 位数字和字母': 'The code has 12 digits and letters',
  申请编号的格式不正确: 'This is not the number of an application',
  请填写邮箱: 'Please enter the email address',
  '邮箱最多 100 个字符': 'The email address can have at most 100 characters',
  '邮箱格式不对，例如 name@example.cn': 'This is not an email address; example: name@example.cn',
  请填写单位电话: 'Please enter the phone number of the organisation',
  '单位电话只填数字和横线，例如 0471-1234567': 'Only digits and hyphens, for example 0471-1234567',
  请填写银行账号: 'Please enter the bank account number',
  银行账号只填数字: 'The bank account number has digits only',
  请选择要办什么: 'Please choose what you want to do',
  请先看完说明并确认: 'Please read this and confirm it first',
  请选择是否开发票: 'Please choose whether you need an invoice',
  请选择领取方式: 'Please choose how to receive the certificate',
  请填写单位名称和统一社会信用代码: 'Please enter the name of the organisation and its USCC',
  请填写法定代表人姓名: 'Please enter the name of the legal representative',
  请选择您是法定代表人还是经办人: 'Please choose whether you are the legal representative or an agent',
  '与登记机关的单位名称不一致，请对照营业执照':
    'The official register has another name; please compare with the business licence',
  '与登记机关的法定代表人不一致，请对照营业执照':
    'The official register has another legal representative; please compare with the business licence',
  '登记机关查不到这个代码，请对照营业执照':
    'The official register does not know this code; please compare with the business licence',
  这个项目不开这种发票: 'This project offers no invoices of this kind',
  这个项目不开发票: 'This project offers no invoices',
  这个项目不支持这种领取方式: 'This project does not offer this way of delivery',
  请扫描或输入领取码: 'Please scan or enter the collection code',
  '领取码是 12 位数字和字母': 'A collection code has 12 digits and letters',
  请填写运单号: 'Please enter the tracking number',
  '运单号只有数字和字母，请核对': 'A tracking number has digits and letters only; please check it',
  标记超出了图片: 'The mark is not on the picture',
  请先预览: 'Please look at the preview first',
  请选择结果: 'Please choose what became of it',
  '代付链接不完整，请让对方重新发': 'The payment link is not complete; please ask for it again',
  请填写到账日期: 'Please enter the day on which the money came',
  '到账日期格式不对，例如 2026-11-29': 'This is not a date; example: 2026-11-29',
  请填写银行流水号: 'Please enter the reference of the bank',
  '银行流水号是 4–64 位字母、数字': 'A reference has 4 to 64 letters and digits',
  请选择银行: 'Please choose the bank',
  请填写到账金额: 'Please enter the amount',
  到账金额最多两位小数: 'An amount has at most two decimals',
  '到账金额要大于 0': 'The amount must be more than 0',
  '到账金额太大，请核对': 'The amount is too large; please check it',
  付款账号格式不对: 'This is not an account number',
  请选择: 'Please choose',
  请填写申请编号或备注码: 'Please enter an application number or a remark code',
  请选择领取人: 'Please choose who came',
  请先核对证件: 'Please compare the document first',
  请从列表中选择快递公司: 'Please choose a courier from the list',
  这个项目不需要这种材料: 'This project does not ask for this document',
  请输入身份证号码: 'Please enter the ID number',
  '证件号码是 18 位，最后一位可能是 X；旧版外国人永久居留身份证是 3 个字母加 12 位数字；通行证和护照请照证件填写':
    'The number has 18 characters, the last one may be X; older permanent residence cards have 3 letters and 12 digits; travel permits and passports as printed',
  '号码的开头输错了，请与证件核对；港澳台居民请填居住证的号码':
    'The beginning of the number is wrong, please compare with the document; residents of Hong Kong, Macao and Taiwan enter that of the residence permit',
  '号码里的出生日期输错了，请与证件核对': 'The date of birth in the number is wrong; please compare with the document',
  '证件号码有一位输错了，请核对': 'One character of the number is wrong; please check it',
  '居民身份证上的姓名是汉字，请按证件填写':
    'The name on a resident ID card is in Chinese characters; please enter it so',
  请输入姓名: 'Please enter the name',
  '姓名请与证件一致：汉字和中间的“·”，或者外文字母':
    'Please enter the name as on the document: Chinese characters, or Latin letters',
  '姓名里有无法识别的字（可能显示成方框）。请用最相近的字代替；实名认证时可以说明这个字，由工作人员对照证件处理':
    'The name has a character that cannot be recognised (it may look like a box). Please enter the one that is most alike; when you are verified you can describe it, and our staff see to it',
  '姓名最多 30 个字': 'The name can have at most 30 characters',
  '外文姓名最多 60 个字母': 'A name in Latin letters can have at most 60',
  '申请人须年满 18 周岁': 'Applicants must be 18 or older',
  请输入统一社会信用代码: 'Please enter the USCC (unified social credit code)',
  '统一社会信用代码是 18 位数字和大写字母（没有 I、O、S、V、Z）':
    'The USCC has 18 digits and capital letters (never I, O, S, V or Z)',
  '代码可能有一位输错了，请与营业执照逐位核对；执照上确实是这样的，请在下面打勾':
    'One character of the code may be wrong; please compare each with the licence. If it is so on the licence, tick below',
  '税号可能有一位输错了，请逐位核对；确实是这样的，请在下面打勾':
    'One character of the tax number may be wrong; please compare each. If it really is so, tick below',
  请填写纳税人识别号: 'Please enter the taxpayer number',
  '纳税人识别号是 15、17、18 或 20 位数字和大写字母':
    'A taxpayer number has 15, 17, 18 or 20 digits and capital letters',
  请选择发票的种类: 'Please choose the kind of invoice',
  请填写发票号码: 'Please enter the invoice number',
  '数电发票号码是 20 位数字': 'The number of a digital invoice has 20 digits',
  请选择开票日期: 'Please choose the day of issue',
  开票日期的格式不正确: 'This day of issue is not in the right format',
  请提供文件名: 'The name of the file is missing',
  文件名太长: 'The name of the file is too long',
  编号格式不正确: 'This number is not in the right format',
  请求标识格式不正确: 'The request token is not in the right format',
  摘要格式不正确: 'The digest is not in the right format',
  '翻页参数不正确，请刷新列表': 'Please refresh the list',
  '没有收到 UKey 序列号': 'The serial number of the UKey is missing',
  'UKey 序列号不对': 'The serial number of the UKey is not correct',
  '最多 64 个字符': 'At most 64 characters',
  请选择注销原因: 'Please choose why it is revoked',
  没有收到证书请求: 'There is no certificate request',
  证书请求太大了: 'The certificate request is too large',
  随机数格式不正确: 'The random value is not correct',
  密钥编号格式不正确: 'The number of the key is not correct',
  没有收到签名: 'There is no signature',
  签名格式不正确: 'The signature cannot be read',
  签名太长: 'The signature is too long',
  请先阅读并同意服务协议: 'Please read and accept the terms of service first',
  请选择办理项目: 'Please choose a project',
  请选择申请类型: 'Please choose the kind of application',
  '附件最多 20 张': 'At most 20 attachments',
  请选择支付方式: 'Please choose how to pay',
  请输入新密码: 'Please enter the new password',
  '密码至少 8 位': 'The password needs at least 8 characters',
  '密码最多 128 位': 'The password can have at most 128 characters',
  '不足 10 位的密码，须含大写字母、小写字母、数字、符号中的两种':
    'A password of fewer than 10 characters needs two of: capitals, small letters, digits, signs',
  '这个密码太常见，容易被猜到，请换一个': 'This password is too common and easy to guess; please choose another',
  '密码里不能含有自己的手机号，请换一个': 'The password must not contain your own number; please choose another',
  '新密码与现在的密码相同，请换一个': 'The new password is the same as the present one; please choose another',
  设备标识格式不正确: 'The device id is not in the right format',
  请输入图片里的字符: 'Please enter the characters of the picture',
  请输入动态验证码: 'Please enter the code of your authenticator',
  '账号用 3–40 个小写字母、数字、点、横线，以字母开头':
    'An account has 3–40 small letters, digits, dots or hyphens and begins with a letter',
  日期的格式不正确: 'This is not a date',
  请输入要查找的内容: 'Please type what you are looking for',
  '请至少输入 2 个字': 'Please type at least 2 characters',
  '最多 100 个字': 'At most 100 characters',
  请至少选择一个角色: 'Please choose at least one role',
  请输入邀请码: 'Please enter the invitation code',
  请选择更换的原因: 'Please choose why the number changes',
  新手机号与原手机号相同: 'The new number is the same as the old one',
  请至少选择一条原因: 'Please choose at least one reason',
  '日期格式不正确，例如 2026-11-29': 'This is not a date; example: 2026-11-29',
  请选择处理结果: 'Please choose how it was settled',
  请先核对证件并确认: 'Please compare the document and confirm it first',
  '有收支标志的，请填写表示收入的字，例如“贷”':
    'Where there is a mark of direction, please enter the word that means income',
  每一列都要说明用途: 'Please say of every column what it is',
  '表头每格最多 60 个字': 'A cell of the heading can have at most 60 characters',
  '表头的列太少，请选择表头所在的行': 'The heading has too few columns; please choose the row that is the heading',
  '请各选一列：流水号、到账日期、收入金额、付款户名':
    'Please choose one column each for: number of the entry, day, amount received, name of the payer',
  '这一行像是一笔明细，请选择表头所在的行': 'This row looks like an entry; please choose the row that is the heading',
};

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

type Rule = readonly [pattern: RegExp, english: (name: string, max: string) => string];

/** The sentences that `lineOfText(label, max)` makes. */
const RULES: readonly Rule[] = [
  [/^请填写(.+)$/, (name) => `Please enter ${name}`],
  [/^(.+)最多 (\d+) 个字$/, (name, max) => `${capitalised(name)} can have at most ${max} characters`],
  [
    /^(.+)里有看不见的字符，请重新输入$/,
    (name) => `${capitalised(name)} contains invisible characters; please type it again`,
  ],
  [
    /^(.+)里有无法识别的字（可能显示成方框），请输入正确的汉字或联系客服$/,
    (name) =>
      `${capitalised(name)} has a character that cannot be recognised (it may look like a box); please enter the right one or contact customer service`,
  ],
];

function fromRules(message: string): string | null {
  for (const [pattern, english] of RULES) {
    const [, label, max] = pattern.exec(message) ?? [];
    const name = label && FIELD_NAMES[label];
    if (name) {
      return english(name, max ?? '');
    }
  }
  return null;
}

/** English for a Chinese sentence about one field (a schema's message, or the API's); the sentence itself when unknown. */
export const englishFieldMessage = (message: string): string =>
  SENTENCES[message] ?? fromRules(message) ?? englishProjectFileMessage(message) ?? message;
