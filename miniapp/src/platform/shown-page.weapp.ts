// Pages are of WeChat there.
export {};
