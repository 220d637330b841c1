export type MailMessage = { readonly kind: 'email-code'; readonly code: string; readonly minutes: number };

export interface MailSender {
  /**
   * Hands one message for an address to the mail server.
   * @throws PortError `rejected` when the server will not take mail for that address, `rate-limited` when not now.
   */
  send(address: string, message: MailMessage): Promise<void>;
}
