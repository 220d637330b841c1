import * as v from 'valibot';
import type { ParcelNumber, ParcelTracker } from '../../ports/parcel-tracker';
import { type CourierCompany, companyOf } from './courier-companies';
import { noUsableAnswer, queryFailure, refused, subscriptionFailure } from './kuaidi100-failure';
import { createKuaidi100Http } from './kuaidi100-http';
import type { Kuaidi100Settings } from './kuaidi100-settings';
import { readNotice } from './read-notice';
import { trackSchema } from './read-track';
import { querySign, saltOf } from './signatures';

/** Query: 查询无结果，请隔段时间再查. */
const NO_RECORD = '500';
/**
 * Subscription: 重复订阅. The number is being followed already, or it was subscribed four times this month; the answer
 * does not tell which. A parcel of which nothing comes is asked about by whoever waits for it.
 */
const SUBSCRIBED_ALREADY = '501';

/** Areas and the state of each scan in the answer (resultv2 = 1); the higher forms number the states otherwise. */
const RESULT_FORM = '1';

const REFERENCE = /^[\w-]{1,64}$/;

function companyFor({ courier }: ParcelNumber): CourierCompany {
  const company = companyOf(courier);
  if (!company) {
    throw refused('COURIER-NOT-KNOWN');
  }
  return company;
}

/** A courier that does not ask for the phone is not told it. */
const phoneFor = ({ needsPhone }: CourierCompany, { receiverPhoneLast4 }: ParcelNumber) =>
  needsPhone ? { phone: receiverPhoneLast4 } : {};

/** 快递100 企业版: 实时快递查询 and 快递信息推送服务. Failures are PortError `parcel-tracker`, vendorCode = returnCode. */
export function createKuaidi100Tracker(settings: Kuaidi100Settings): ParcelTracker {
  const http = createKuaidi100Http(settings);
  const { customer, key, salt } = settings;
  return {
    follows: (courier) => companyOf(courier) !== null,

    async subscribe(subscription) {
      const company = companyFor(subscription);
      const { trackingNumber, reference } = subscription;
      if (!REFERENCE.test(reference)) {
        throw refused('REFERENCE');
      }
      const param = JSON.stringify({
        company: company.code,
        number: trackingNumber,
        key,
        parameters: {
          callbackurl: `${settings.notifyUrl}/${reference}`,
          salt: saltOf(reference, salt),
          resultv2: RESULT_FORM,
          ...phoneFor(company, subscription),
        },
      });
      const { returnCode } = await http('/poll', { schema: 'json', param });
      if (returnCode !== '200' && returnCode !== SUBSCRIBED_ALREADY) {
        throw subscriptionFailure(returnCode);
      }
    },

    async query(parcel) {
      const company = companyFor(parcel);
      const { trackingNumber } = parcel;
      const param = JSON.stringify({
        com: company.code,
        num: trackingNumber,
        ...phoneFor(company, parcel),
        resultv2: RESULT_FORM,
        show: '0',
        order: 'desc',
      });
      const form = { customer, sign: querySign(param, settings), param };
      const { returnCode, content } = await http('/poll/query.do', form);
      if (returnCode === NO_RECORD) {
        return { state: null, steps: [] };
      }
      if (returnCode !== '200') {
        throw queryFailure(returnCode);
      }
      const parsed = v.safeParse(trackSchema, content);
      // An answer about another parcel would tell somebody where theirs is.
      if (!parsed.success || parsed.output.trackingNumber !== trackingNumber) {
        throw noUsableAnswer('UNEXPECTED-ANSWER');
      }
      const { state, steps } = parsed.output;
      return { state, steps };
    },

    readNotice: (notice) => readNotice(notice, salt),
    noticeAnswer: { result: true, returnCode: '200', message: '成功' },
  };
}
