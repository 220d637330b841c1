/** A red field on white, 64 × 40, in four colours as printers' programs write them (made with libvips; no Node package here writes CMYK). */
export const cmykJpeg = (): Buffer =>
  Buffer.from(
    [
      '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAoHB4jHhkoIyEjLSsoMDxkQTw3Nzx7WF1JZJGAmZaPgIyKoLTmw6Cq2q2KjMj/y9ru9f///5vB////+v',
      '/m/f/4/8AAFAgAKABABEMRAE0RAFkRAEsRAP/EABgAAQADAQAAAAAAAAAAAAAAAAACBAYF/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBN',
      'AFkASwAAPwDsuy7LsgAAAAAAAAAAAIsexqoAAAAk2DZLYAAACLHsaqAAAAJNg2S2AAAAAAAAAAAAAAAAAAAAAAD/2Q==',
    ].join(''),
    'base64',
  );
