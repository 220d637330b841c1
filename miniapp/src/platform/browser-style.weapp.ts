/** WeChat has no page around its pages to style. */
export {};
