import * as v from 'valibot';

const text = (description: string) => v.pipe(v.optional(v.string(), ''), v.description(description));

/** How EJBCA is reached, and which of its names stand for ours; whether they must be there: ejbca-problems.ts. */
export const ejbcaEntries = {
  EJBCA_URL: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^(https:\/\/[^\s?#]+[^\s?#/])?$/, 'must be an https address without query, without a slash at its end'),
    v.description('REST API of EJBCA: https://host:8443/ejbca/ejbca-rest-api'),
  ),
  EJBCA_CLIENT_CERTIFICATE_FILE: text(
    'PEM file: certificate that EJBCA knows us by (then its issuers, if any), in a role of its own',
  ),
  EJBCA_CLIENT_KEY_FILE: text('PEM file: its private key'),
  EJBCA_SERVER_CA_FILE: text(
    'PEM file: who may have signed the certificate of EJBCA’s server; nobody else is believed',
  ),
  EJBCA_ROOT_FILE: text('PEM file: the one root at which the chain of every issued certificate has to end'),
  EJBCA_CA_NAME: text('name in EJBCA of the issuing CA'),
  EJBCA_END_ENTITY_PROFILE: text('name in EJBCA of the end entity profile'),
  EJBCA_PERSON_PROFILE: text('name in EJBCA of the certificate profile for persons (person-signing)'),
  EJBCA_UNIT_PROFILE: text('name in EJBCA of the certificate profile for units (unit-signing)'),
  EJBCA_TIMEOUT_SECONDS: v.pipe(
    v.optional(v.string(), '15'),
    // Issuing makes up to three calls within its job's minute.
    v.regex(/^([1-9]|1\d|20)$/, 'must be a whole number from 1 to 20'),
    v.transform(Number),
    v.description('how long one call of EJBCA may take; what was not answered by then is asked for again'),
  ),
};
