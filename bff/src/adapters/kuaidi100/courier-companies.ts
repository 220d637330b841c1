export interface CourierCompany {
  /** `com`, 快递公司编码 of Kuaidi100. */
  readonly code: string;
  /** Whether queries are answered only with the last digits of a phone (`phone`, 必填). */
  readonly needsPhone: boolean;
}

const company = (code: string, needsPhone = false): CourierCompany => ({ code, needsPhone });

/** The couriers' names as projects and clerks write them → Kuaidi100's companies (快递公司编码 of its enterprise API). */
const COMPANIES: Readonly<Record<string, CourierCompany>> = {
  顺丰速运: company('shunfeng', true),
  顺丰快递: company('shunfeng', true),
  顺丰: company('shunfeng', true),
  顺丰快运: company('shunfengkuaiyun', true),
  EMS: company('ems'),
  邮政EMS: company('ems'),
  中国邮政速递物流: company('ems'),
  // What a post office takes as a parcel (快递包裹); its express mail is EMS.
  中国邮政: company('youzhengguonei'),
  邮政快递包裹: company('youzhengguonei'),
  邮政标准快递: company('youzhengbk'),
  中通快递: company('zhongtong', true),
  圆通速递: company('yuantong'),
  圆通快递: company('yuantong'),
  申通快递: company('shentong'),
  韵达快递: company('yunda'),
  京东快递: company('jd'),
  京东物流: company('jd'),
  极兔速递: company('jtexpress'),
  德邦快递: company('debangkuaidi'),
  宅急送: company('zhaijisong'),
  优速快递: company('youshuwuliu'),
  跨越速运: company('kuayue'),
};

/** Null when Kuaidi100 is not asked about this courier: a messenger of the authority's own, a name nobody knows. */
export const companyOf = (courier: string): CourierCompany | null => {
  const name = courier.replace(/\s/g, '');
  return (Object.hasOwn(COMPANIES, name) ? COMPANIES[name] : undefined) ?? null;
};
