import type { StandInReply } from '../serving/stand-in-server';

/** A refusal in EJBCA's words (ExceptionHandler.java). */
export class EjbcaError extends Error {
  override readonly name = 'EjbcaError';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

export const jsonReply = (status: number, value: object): StandInReply => ({
  status,
  headers: JSON_TYPE,
  body: JSON.stringify(value),
});

export const errorReply = ({ status, message }: EjbcaError): StandInReply => ({
  ...jsonReply(status, { error_code: status, error_message: message }),
  errorCode: String(status),
});

/** A request that waits for an administrator is no error in EJBCA (ExceptionInfoRestResponse). */
export const approvalReply = (): StandInReply =>
  jsonReply(202, {
    status_code: 202,
    info_message: 'The request has been sent for approval.',
    request_id: 1146669863,
  });

/** What a proxy in front of it says while EJBCA is away. */
export const proxyPage = (): StandInReply => ({
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
});
