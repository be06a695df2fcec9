/** A2: pixels of a picture, all frames of an animation together; exactly so many are accepted. */
export const MOST_PIXELS = 50_000_000;

/**
 * A2: what a frame of an animation counts at the least, so that there are at most 1,000: a decoder's work grows with their
 * number, however small they are.
 */
export const FRAME_PIXELS = 50_000;
