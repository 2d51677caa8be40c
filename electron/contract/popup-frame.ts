/**
 * Measures of the popup that main (window bounds) and the renderer (layout) must agree on,
 * in CSS pixels. The margin is the transparent room around the surface for its shadow; there is
 * none without a compositor.
 */
export const popupFrame = {
  width: 440,
  maxHeight: 520,
  margin: { top: 28, side: 56, bottom: 84 },
} as const;
