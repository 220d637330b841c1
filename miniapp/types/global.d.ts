/// <reference types="@tarojs/taro" />

declare module '*.png';
declare module '*.scss';

/** Where the mini-program finds the API; replaced at build time from the environment. */
declare const MINIAPP_API_BASE_URL: string;
