/** The page as it stands in challenges: what its browser sends as `Origin`. */
export const pageOrigin = (): string => window.location.origin;
