import { AppError, englishBodyOf } from '@acceptance/shared';
import type { Page, Route } from 'playwright-core';
import type { Answer } from './answer';
import { paramsOfRequest } from './match-endpoint';

/** The network of a whole picture: nothing is answered, everything is refused, or nothing gets through. */
export type NetworkTrouble = 'held' | 'failing' | 'offline';

const REQUEST_ID = 'a1b2c3d4e5f6';
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '%PDF';

function refuseWith(route: Route, error: AppError): Promise<void> {
  const isEnglish = route.request().headers()['accept-language'] === 'en';
  const json = isEnglish ? englishBodyOf(error, REQUEST_ID) : error.toBody(REQUEST_ID);
  return route.fulfill({ status: error.status, json });
}

function fulfilWith(route: Route, body: unknown): Promise<void> {
  if (body === undefined) {
    return route.fulfill({ status: 204 });
  }
  return body instanceof Uint8Array
    ? route.fulfill({ contentType: isPdf(body) ? 'application/pdf' : 'image/png', body: Buffer.from(body) })
    : route.fulfill({ json: body });
}

async function give(route: Route, answers: readonly Answer[], onUnanswered: (call: string) => void): Promise<void> {
  const request = route.request();
  // The last one counts: a state's own answers come after those of its page.
  for (const answer of [...answers].reverse()) {
    const params = paramsOfRequest(answer.endpoint, request.method(), request.url());
    if (!params) {
      continue;
    }
    switch (answer.kind) {
      case 'held':
        return;
      case 'lost':
        return route.abort('internetdisconnected');
      case 'refused':
        return refuseWith(route, answer.error);
      case 'given':
        return fulfilWith(route, await answer.body({ params, origin: new URL(request.url()).origin }));
    }
  }
  onUnanswered(`${request.method()} ${new URL(request.url()).pathname}`);
  return refuseWith(route, new AppError('request.not_found'));
}

/** Answers the page's API calls; what no answer was declared for is reported to `onUnanswered`. */
export async function answerRequests(
  page: Page,
  {
    answers,
    trouble,
    onUnanswered,
  }: {
    answers: readonly Answer[];
    trouble?: NetworkTrouble;
    onUnanswered: (call: string) => void;
  },
): Promise<void> {
  await page.route('**/api/**', (route) => {
    switch (trouble) {
      case 'held':
        return undefined;
      case 'offline':
        return route.abort('internetdisconnected');
      case 'failing':
        return refuseWith(route, new AppError('server.unexpected'));
      default:
        return give(route, answers, onUnanswered);
    }
  });
}
