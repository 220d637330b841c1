/** How couriers write their numbers, and whom to call; a courier that is not here may have any number. */
interface CourierRules {
  /** Service hotline. */
  readonly phone: string;
  /** What its label says; upper case, without gaps. */
  readonly pattern: RegExp;
}

/** UPU S10: two letters, eight digits with a check digit, the country. */
const S10 = /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/;
const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;
/** China Post inland: 13 digits. */
const POST = /^(\d{13}|[A-Z]{2}\d{9}[A-Z]{2})$/;

const COURIERS: Readonly<Record<string, CourierRules>> = {
  EMS: { phone: '11183', pattern: POST },
  中国邮政: { phone: '11183', pattern: POST },
  顺丰速运: { phone: '95338', pattern: /^(SF\d{13}|\d{12}|\d{15})$/ },
  京东物流: { phone: '950616', pattern: /^(JD[A-Z0-9]{11,18}|\d{12,15})$/ },
  中通快递: { phone: '95311', pattern: /^(\d{12,15}|JDAZ\d{11})$/ },
  圆通速递: { phone: '95554', pattern: /^(YT\d{13,15}|[A-Z]?\d{10,18})$/ },
  申通快递: { phone: '95543', pattern: /^\d{12,15}$/ },
  韵达快递: { phone: '95546', pattern: /^\d{13,15}$/ },
  极兔速递: { phone: '956025', pattern: /^JT\d{13}$/ },
  德邦快递: { phone: '95353', pattern: /^(DP[A-Z]\d{9,12}|\d{8,15})$/ },
};

/** The last digit of an S10 number (UPU S10-12, annex A): 11 minus the weighted sum modulo 11, 10 → 0, 11 → 5. */
function s10CheckDigit(digits: string): number {
  const sum = S10_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
}

/** Whether a number may be one of the courier's; of a courier that is not known any is. `trackingNumber`: upper case, no gaps. */
export function isTrackingNumberOf(courier: string, trackingNumber: string): boolean {
  const rules = Object.hasOwn(COURIERS, courier) ? COURIERS[courier] : undefined;
  if (!rules) {
    return true;
  }
  const [, , digits, check] = S10.exec(trackingNumber) ?? [];
  const fitsCheck = digits === undefined || s10CheckDigit(digits) === Number(check);
  return rules.pattern.test(trackingNumber) && fitsCheck;
}

/** The courier's hotline, or null where it is not known. */
export const phoneOfCourier = (courier: string): string | null =>
  Object.hasOwn(COURIERS, courier) ? (COURIERS[courier]?.phone ?? null) : null;
