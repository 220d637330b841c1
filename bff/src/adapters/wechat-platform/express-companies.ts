/** The couriers' names as projects have them → `express_company` (delivery_id of WeChat's get_delivery_list). */
const EXPRESS_COMPANIES: Readonly<Record<string, string>> = {
  顺丰速运: 'SF',
  顺丰快递: 'SF',
  顺丰: 'SF',
  EMS: 'EMS',
  邮政EMS: 'EMS',
  中国邮政速递物流: 'EMS',
  // What a post office takes as a parcel (快递包裹); its express mail is EMS.
  中国邮政: 'YZPY',
  邮政快递包裹: 'YZPY',
  中通快递: 'ZTO',
  圆通速递: 'YTO',
  圆通快递: 'YTO',
  申通快递: 'STO',
  韵达快递: 'YD',
  京东快递: 'JD',
  京东物流: 'JD',
  极兔速递: 'JTSD',
  德邦快递: 'DBL',
  宅急送: 'ZJS',
  优速快递: 'UC',
  跨越速运: 'KYSY',
};

/** Null for a courier that WeChat has no name for. */
export const expressCompanyOf = (courier: string): string | null => {
  const name = courier.replace(/\s/g, '');
  return (Object.hasOwn(EXPRESS_COMPANIES, name) ? EXPRESS_COMPANIES[name] : undefined) ?? null;
};

/** SF wants the masked phone of one of the two (`contact`); the others are told nobody's. */
export const needsContact = (company: string): boolean => company === 'SF';
