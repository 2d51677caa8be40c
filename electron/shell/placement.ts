import { popupFrame } from '../contract/popup-frame';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DisplayArea {
  /** The whole display, in device-independent pixels. */
  readonly bounds: Rectangle;
  /** What panels and docks leave of it. */
  readonly workArea: Rectangle;
}

/** Top edge of the popup as a part of the display's height (docs/behaviour.md, "Placement"). */
const topFraction = 0.22;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/**
 * Bounds of the popup's window for a surface of `height` pixels: centred across the display, top
 * edge at 22 % of its height, the surface never outside the work area. The shadow's margin may be at
 * the sides, but not above and not below: a window manager pushes a window back that reaches under a
 * panel, and the surface with it. A surface taller than the work area is cut to it; its list scrolls.
 */
export function placePopup(display: DisplayArea, height: number, translucent: boolean): Rectangle {
  const { workArea, bounds } = display;
  const margin = translucent ? popupFrame.margin : { top: 0, side: 0, bottom: 0 };
  const width = Math.min(popupFrame.width, workArea.width);
  // Room for the tallest surface is kept, so that the top edge stays put when the popup grows.
  const tallest = Math.min(popupFrame.maxHeight, workArea.height - margin.top);
  const surface = Math.min(height, tallest);
  const x = clamp(
    bounds.x + (bounds.width - width) / 2,
    workArea.x,
    workArea.x + workArea.width - width,
  );
  const y = clamp(
    bounds.y + bounds.height * topFraction,
    workArea.y + margin.top,
    workArea.y + workArea.height - tallest,
  );
  const top = Math.round(y);
  const below = workArea.y + workArea.height - top - Math.round(surface);
  return {
    x: Math.round(x) - margin.side,
    y: top - margin.top,
    width: Math.round(width) + 2 * margin.side,
    height: Math.round(surface) + margin.top + Math.min(margin.bottom, Math.max(0, below)),
  };
}

/**
 * The display for a popup that is open: the one it was opened on, as that is now, or where it was
 * unplugged the one that the pointer has gone to.
 */
export function remainingDisplay<D extends { readonly id: number }>(
  displays: readonly D[],
  openedOn: D,
  underPointer: D,
): D {
  return displays.find(({ id }) => id === openedOn.id) ?? underPointer;
}
