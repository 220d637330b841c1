import type { Logger } from 'pino';
import { PortError } from '../../ports/port-error';
import type { SmsSender } from '../../ports/sms-sender';

export interface TellDependencies {
  readonly smsSender: SmsSender;
  readonly logger: Logger;
}

/** Tells the owner that the password is another one. The change stands whether the message arrives or not. */
export async function tellPasswordChanged({ smsSender, logger }: TellDependencies, phone: string): Promise<void> {
  try {
    await smsSender.send(phone, { kind: 'password-changed' });
  } catch (error) {
    if (!(error instanceof PortError)) {
      throw error;
    }
    logger.warn({ failure: error.failure, vendorCode: error.vendorCode }, 'the owner was not told of a new password');
  }
}
