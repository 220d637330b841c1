/** In characters. A longer name is not made smaller than it can be read. */
export const longestSealName = 70;

/** Certificates with which one seal may be used. */
export const mostHolderCertificates = 8;
