import * as v from 'valibot';

/** What `wx.login` or a phone number button hands out, to be exchanged once by the server. */
export const weChatCodeSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
