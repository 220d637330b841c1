/**
 * For the configuration of a page that gives its frame `refresh`. Not in a browser: there pulling reloads the whole page,
 * and Taro would put its own scrolling box around it.
 */
export const PULLS_TO_REFRESH = process.env.TARO_ENV === 'weapp';
