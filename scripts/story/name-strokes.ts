type Point = readonly [along: number, down: number];

/** Two characters' worth of strokes in the writer's directions, as shares of the length and height of the line. */
export const NAME_STROKES: readonly (readonly Point[])[] = [
  [
    [0.06, 0.3],
    [0.23, 0.29],
    [0.4, 0.28],
  ],
  [
    [0.23, 0.1],
    [0.22, 0.4],
    [0.15, 0.6],
    [0.06, 0.85],
  ],
  [
    [0.24, 0.42],
    [0.3, 0.6],
    [0.42, 0.84],
  ],
  [
    [0.56, 0.25],
    [0.9, 0.22],
    [0.88, 0.55],
    [0.58, 0.58],
    [0.56, 0.25],
  ],
  [
    [0.73, 0.08],
    [0.73, 0.5],
    [0.73, 0.92],
  ],
];

/** The same on an upright screen, as shares of the canvas's width and height: the phone is turned to the left to write. */
export const NAME_ON_CANVAS = NAME_STROKES.map((stroke) => stroke.map(([along, down]) => [1 - down, along] as const));
