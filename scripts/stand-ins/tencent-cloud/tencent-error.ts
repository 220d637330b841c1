/** An error answer of Tencent Cloud's API 3.0: HTTP 200, `{Response: {Error: {Code, Message}, RequestId}}`. */
export class TencentError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'TencentError';
  }
}
