import * as v from 'valibot';
import { noUsableAnswer, portErrorOfErrcode } from './wechat-failure';
import type { WechatHttp } from './wechat-http';
import type { WechatPlatformSettings } from './wechat-platform-settings';

/** The platform renews a token within its last five minutes, so it is not used that long. */
const EARLY_MS = 300_000;

const tokenSchema = v.object({ access_token: v.pipe(v.string(), v.minLength(1)), expires_in: v.number() });

export interface AccessTokenSource {
  /** The token in use; parallel callers share one request for it. */
  current(): Promise<string>;
  /** Says that the platform refused this token, so that the next caller gets a newer one. */
  discard(token: string): void;
}

/** POST /cgi-bin/stable_token in normal mode (no force_refresh, of which there are 20 a day). */
export function createAccessTokenSource(
  http: WechatHttp,
  { appid, appSecret, now }: Pick<WechatPlatformSettings, 'appid' | 'appSecret' | 'now'>,
): AccessTokenSource {
  let kept: { readonly token: string; readonly until: number } | null = null;
  let underWay: Promise<string> | null = null;

  async function request(): Promise<string> {
    const askedAt = now().getTime();
    const { errcode, content } = await http({
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid, secret: appSecret },
    });
    if (errcode !== 0) {
      throw portErrorOfErrcode(errcode);
    }
    const parsed = v.safeParse(tokenSchema, content);
    if (!parsed.success) {
      throw noUsableAnswer('UNEXPECTED-ANSWER');
    }
    kept = { token: parsed.output.access_token, until: askedAt + parsed.output.expires_in * 1000 - EARLY_MS };
    return kept.token;
  }

  return {
    async current() {
      if (kept && now().getTime() < kept.until) {
        return kept.token;
      }
      underWay ??= request().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    discard(token) {
      // A caller that was slow to learn must not throw away what another has already renewed.
      if (kept?.token === token) {
        kept = null;
      }
    },
  };
}
