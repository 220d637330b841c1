/** One scan of a courier. */
export interface ParcelScan {
  /** ISO 8601. */
  at: string;
  text: string;
}

export interface StandInParcel {
  /** Kuaidi100's code of the courier, e.g. `shunfeng`. */
  company: string;
  number: string;
  /** 快递单当前状态: 0 在途, 1 揽收, 2 疑难, 3 签收, 4 退签, 5 派件, 6 退回, 7 转投, 8 清关, 14 拒签. */
  state: string;
  /** Last digits of the receiver's phone; null: whatever is asked with is right. */
  phoneLast4: string | null;
  /** Newest first; empty: the courier has no record of it. */
  scans: ParcelScan[];
}

/** 快递单当前状态, by what a person calls it. */
export const PARCEL_STATE_TITLES: Readonly<Record<string, string>> = {
  '0': '在途',
  '1': '揽收',
  '2': '疑难',
  '3': '签收',
  '4': '退签',
  '5': '派件',
  '6': '退回',
  '7': '转投',
  '8': '清关',
  '14': '拒签',
};

/** Couriers that answer only with the last digits of the phone of sender or receiver. */
const ASKS_FOR_PHONE: ReadonlySet<string> = new Set(['shunfeng', 'shunfengkuaiyun', 'zhongtong']);
/** Every courier the stand-in has heard of; any other one is 找不到对应公司. */
const COMPANIES: ReadonlySet<string> = new Set([
  ...ASKS_FOR_PHONE,
  'ems',
  'youzhengguonei',
  'youzhengbk',
  'yuantong',
  'shentong',
  'yunda',
  'jd',
  'jtexpress',
  'debangkuaidi',
  'zhaijisong',
  'youshuwuliu',
  'kuayue',
]);

export const isCompany = (company: string): boolean => COMPANIES.has(company);

/** Whether the courier answers somebody who names this phone. */
export function isPhoneRight(parcel: StandInParcel, phone: string): boolean {
  if (!ASKS_FOR_PHONE.has(parcel.company)) return true;
  if (!/^(\d{4}|\d{11})$/.test(phone)) return false;
  return parcel.phoneLast4 === null || phone.endsWith(parcel.phoneLast4);
}

/** What the couriers know, as Kuaidi100 would hear it from them. */
export function createParcelRegister() {
  const parcels = new Map<string, StandInParcel>();
  const key = (company: string, number: string): string => `${company} ${number}`;
  return {
    /** The parcel under this number; one without a record when nobody has seen it. */
    of(company: string, number: string): StandInParcel {
      const kept = parcels.get(key(company, number));
      if (kept) return kept;
      const unseen: StandInParcel = { company, number, state: '0', phoneLast4: null, scans: [] };
      parcels.set(key(company, number), unseen);
      return unseen;
    },
    /** Newest first. */
    list: (): StandInParcel[] => [...parcels.values()].reverse(),
  };
}

export type ParcelRegister = ReturnType<typeof createParcelRegister>;

const chinaTime = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3600_000).toISOString().slice(0, 19).replace('T', ' ');

/** A parcel as an answer or a notice has it (resultv2 = 1). */
export const trackOf = ({ company, number, state, scans }: StandInParcel) => ({
  message: scans.length > 0 ? 'ok' : '快递公司参数异常：单号不存在或者已经过期',
  nu: number,
  ischeck: state === '3' ? '1' : '0',
  condition: 'F00',
  com: company,
  status: scans.length > 0 ? '200' : '201',
  state,
  data: scans.map(({ at, text }) => ({
    time: chinaTime(at),
    ftime: chinaTime(at),
    context: text,
    areaCode: null,
    areaName: null,
    status: PARCEL_STATE_TITLES[state] ?? '在途',
  })),
});
