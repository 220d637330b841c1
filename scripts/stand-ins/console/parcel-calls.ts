import type { Kuaidi100StandIn } from '../kuaidi100/start-kuaidi100';
import type { JsonObject } from '../serving/json-object';
import { optionalText, requiredText } from './request-input';

type ParcelCall = [RegExp, (subjects: { kuaidi100: Kuaidi100StandIn }, input: JsonObject, argument: string) => unknown];

/** The console's calls by which a person is the courier. */
export const PARCEL_CALLS: ParcelCall[] = [
  [/^GET \/api\/parcels$/, (s) => s.kuaidi100.parcels()],
  [/^GET \/api\/parcel-subscriptions$/, (s) => s.kuaidi100.subscriptions()],
  [/^GET \/api\/parcel-notices$/, (s) => s.kuaidi100.notices()],
  [
    /^POST \/api\/parcels\/([^/]+)\/scans$/,
    async (s, input, number) => {
      const [company, phoneLast4] = [requiredText(input, 'company'), optionalText(input, 'phoneLast4')];
      if (phoneLast4 !== undefined) s.kuaidi100.setPhone(company, number, phoneLast4);
      const [state, words, at] = [requiredText(input, 'state'), optionalText(input, 'text'), optionalText(input, 'at')];
      await s.kuaidi100.scan(company, number, { state, text: words, at });
      return {};
    },
  ],
  [
    /^POST \/api\/parcels\/([^/]+)\/give-up$/,
    async (s, input, number) => {
      await s.kuaidi100.giveUp(requiredText(input, 'company'), number);
      return {};
    },
  ],
  [
    /^POST \/api\/parcel-notices\/([^/]+)\/repeat$/,
    async (s, _input, id) => {
      await s.kuaidi100.repeatNotice(id);
      return {};
    },
  ],
];
