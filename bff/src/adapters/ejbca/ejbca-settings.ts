/** How EJBCA is reached and which of its names stand for ours. Certificates and keys are PEM. */
export interface EjbcaSettings {
  /** `https://host:8443/ejbca/ejbca-rest-api`, or a stand-in. */
  readonly url: string;
  /** Whom EJBCA knows us by: a role with the rights that README.md lists. */
  readonly clientCertificatePem: string;
  readonly clientKeyPem: string;
  /** Who may have signed the server's certificate; no other authority is believed. */
  readonly serverCaPem: string;
  /** The root at which every chain has to end; what is signed by another one is refused, whoever delivers it. */
  readonly trustedRootPem: string;
  /** Name of the issuing CA in EJBCA. */
  readonly authorityName: string;
  readonly endEntityProfile: string;
  /** Our name of a profile → name of the certificate profile in EJBCA. */
  readonly certificateProfiles: Readonly<Record<string, string>>;
  /** Stands before the idempotency key in the names of end entities; `acceptance-` when absent. */
  readonly usernamePrefix?: string;
  readonly now: () => Date;
  readonly randomHex: (bytes: number) => string;
  /** How long one call may take; 15 000 when absent: EJBCA signs in a module that may be busy. */
  readonly timeoutMs?: number;
  /** Ends calls of a job whose time is over; undefined outside of jobs. */
  readonly signal?: () => AbortSignal | undefined;
}
