export type MailMessage =
  | { readonly kind: 'email-code'; readonly code: string; readonly minutes: number }
  | {
      readonly kind: 'invoice';
      readonly orderNumber: string;
      readonly number: string;
      /** `YYYY-MM-DD` */
      readonly issuedOn: string;
      readonly pdf: Buffer;
    };

export interface MailSender {
  /**
   * Hands one message for an address to the mail server.
   * @throws PortError `rejected` when the server will not take mail for that address, `rate-limited` when not now.
   */
  send(address: string, message: MailMessage): Promise<void>;
  /** Signs in at the server and sends nothing. @throws PortError */
  signIn(): Promise<void>;
}
