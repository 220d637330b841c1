import { createTransport } from 'nodemailer';
import type { MailMessage, MailSender } from '../../ports/mail-sender';
import { PortError, type PortFailure } from '../../ports/port-error';

const PORT = 'mail-sender';
const ANSWER_TIMEOUT_MS = 10_000;

export interface SmtpSettings {
  /** `smtps://host:465` (TLS from the start) or `smtp://host:587` (STARTTLS, demanded but on this machine). */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Address in `From`. */
  readonly from: string;
  /** Name beside it. */
  readonly fromName: string;
  readonly timeoutMs?: number;
}

interface SmtpFailure {
  /** nodemailer's own. */
  readonly code?: string;
  /** RFC 5321, section 4.2. */
  readonly responseCode?: number;
}

/** Answers to RCPT that are about the mailbox: RFC 5321, section 4.2.3. */
const MAILBOX_REFUSED = new Set([550, 551, 553, 554]);
/** 450 mailbox busy, 451 local error, 452 storage: providers use them to slow a sender down. */
const SLOW_DOWN = new Set([450, 451, 452]);

function failureOf({ code, responseCode }: SmtpFailure): PortFailure {
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    return 'misconfigured';
  }
  if (code === 'EENVELOPE' && responseCode !== undefined) {
    if (MAILBOX_REFUSED.has(responseCode)) {
      return 'rejected';
    }
    return SLOW_DOWN.has(responseCode) ? 'rate-limited' : 'unavailable';
  }
  return responseCode !== undefined && responseCode >= 500 ? 'misconfigured' : 'unavailable';
}

const emailCode = ({ code, minutes }: Extract<MailMessage, { kind: 'email-code' }>, fromName: string) => ({
  subject: `邮箱验证码 ${code}`,
  text: `您好！\n\n您正在${fromName}的数字证书受理服务中确认邮箱，验证码是 ${code}，${minutes} 分钟内有效。\n\n请勿告诉他人。如非本人操作，请忽略这封邮件。\n`,
});

/** The PDF says the rest: a mail box is read by others, too. */
const invoice = (
  { orderNumber, number, issuedOn, pdf }: Extract<MailMessage, { kind: 'invoice' }>,
  fromName: string,
) => ({
  subject: `电子发票 ${number}`,
  text: `您好！\n\n您在${fromName}办理的申请 ${orderNumber} 的电子发票已于 ${issuedOn} 开具，见附件。也可以在小程序的申请页面下载。\n\n如有疑问，请联系我们。\n`,
  attachments: [{ filename: `${number}.pdf`, content: pdf, contentType: 'application/pdf' }],
});

const contentOf = (message: MailMessage, fromName: string) =>
  message.kind === 'invoice' ? invoice(message, fromName) : emailCode(message, fromName);

const isLoopback = (host: string): boolean => /^(127\.|localhost$|\[?::1\]?$)/.test(host);

/** Mail by SMTP (RFC 5321) with authentication (RFC 4954). What is sent or to whom stands in no error. */
export function createSmtpMailSender(settings: SmtpSettings): MailSender {
  const { protocol, hostname, port } = new URL(settings.url);
  const timeout = settings.timeoutMs ?? ANSWER_TIMEOUT_MS;
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLoopback(hostname),
    auth: { user: settings.user, pass: settings.password },
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const asPortError = (error: unknown): never => {
    const failure = error as SmtpFailure;
    throw new PortError(PORT, failureOf(failure), String(failure.responseCode ?? failure.code ?? 'NO-ANSWER'));
  };
  return {
    async send(address, message) {
      const from = { name: settings.fromName, address: settings.from };
      const mail = { from, to: { name: '', address }, ...contentOf(message, settings.fromName) };
      await transport.sendMail(mail).catch(asPortError);
    },
    async signIn() {
      await transport.verify().catch(asPortError);
    },
  };
}
