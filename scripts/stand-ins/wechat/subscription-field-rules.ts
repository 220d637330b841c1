const length = (text: string): number => [...text].length;
const upTo = (limit: number) => (text: string) => length(text) <= limit;
const matching = (pattern: RegExp) => (text: string) => pattern.test(text);

/** What each type of subscription message field may hold (订阅消息参数值内容限制说明). The empty text never passes. */
const FIELD_TYPES: Record<string, (text: string) => boolean> = {
  thing: upTo(20),
  character_string: matching(/^[\x21-\x7e]{1,32}$/),
  phrase: matching(/^\p{Script=Han}{1,5}$/u),
  name: (text) => matching(/^[A-Za-z ]{1,20}$/)(text) || (upTo(10)(text) && !/\d/.test(text)),
  number: matching(/^-?\d+(\.\d+)?$/),
  letter: matching(/^[A-Za-z]{1,32}$/),
  symbol: upTo(5),
  amount: matching(/^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/),
  phone_number: matching(/^[\d+\-() ]{1,17}$/),
  car_number: upTo(8),
  time: matching(/^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}(:\d{2})?$/),
  date: matching(/^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/),
};

/** Whether a value may stand in the field, e.g. `thing2`: its letters are the type, its number only makes it unique. */
export function isAcceptableFieldValue(fieldName: string, value: unknown): boolean {
  const accepts = FIELD_TYPES[fieldName.replace(/\d+$/, '')];
  return typeof value === 'string' && value.trim() !== '' && accepts?.(value) === true;
}
