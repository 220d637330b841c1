// WeChat brings them itself.
export {};
