import { type EndpointResponse, endpoints } from '@acceptance/shared';
import { call } from '../api/client';
import { type Load, useLoad } from './use-load';

export type Settings = EndpointResponse<typeof endpoints.public.readSettings>;

let known: Settings | null = null;

/** Public settings of the authority: name, service phone, terms version. Asked once a start. */
export async function readSettings(): Promise<Settings> {
  known ??= await call(endpoints.public.readSettings);
  return known;
}

export const useSettings = (): Load<Settings> => useLoad(readSettings, 'settings', { onShow: false });
