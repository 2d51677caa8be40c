import type { ManagerRoute } from '../contract/manager';
import type { Rectangle } from './placement';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much larger a window's bounds are than its content, where the system counts its title bar. */
type Border = Size;

type ManagerFrameName = 'settings' | 'history' | 'welcome' | 'doctor';

export interface ManagerFrame {
  readonly name: ManagerFrameName;
  /** Of the content, in device-independent pixels. */
  readonly size: Size;
  readonly smallest: Size;
}

const settings: ManagerFrame = {
  name: 'settings',
  size: { width: 760, height: 560 },
  smallest: { width: 640, height: 480 },
};
const history: ManagerFrame = {
  name: 'history',
  size: { width: 1120, height: 700 },
  smallest: { width: 860, height: 480 },
};
const welcome: ManagerFrame = {
  name: 'welcome',
  size: { width: 720, height: 504 },
  smallest: { width: 640, height: 480 },
};
const doctor: ManagerFrame = {
  name: 'doctor',
  size: { width: 760, height: 680 },
  smallest: { width: 640, height: 480 },
};

/** Size and title of the manager window on a route; every page of the settings has the same. */
export function managerFrame(route: ManagerRoute): ManagerFrame {
  switch (route) {
    case 'history':
      return history;
    case 'welcome':
      return welcome;
    case 'doctor':
      return doctor;
    default:
      return settings;
  }
}

/**
 * Room for what the system draws around a window: X11 does not say what its window manager does,
 * and draws it outside the bounds that it gives.
 */
const decoration: Border = { width: 12, height: 40 };

const clamp = (value: number, low: number, high: number) =>
  Math.max(low, Math.min(value, Math.max(low, high)));

/** What of a work area a window's bounds can take, so that its decoration is on the screen too. */
function usable(workArea: Rectangle, border: Border): Size {
  return {
    width: workArea.width - Math.max(0, decoration.width - border.width),
    height: workArea.height - Math.max(0, decoration.height - border.height),
  };
}

const smaller = (size: Size, limit: Size): Size => ({
  width: Math.min(size.width, limit.width),
  height: Math.min(size.height, limit.height),
});

const within = (size: Size, border: Border): Size => ({
  width: size.width + border.width,
  height: size.height + border.height,
});

const noBorder: Border = { width: 0, height: 0 };

/** Where a new window opens, and the size of its content: in the middle of the work area. */
export function firstPlace({ size }: ManagerFrame, workArea: Rectangle): Rectangle {
  const room = usable(workArea, noBorder);
  const { width, height } = smaller(size, room);
  return {
    x: workArea.x + Math.round((room.width - width) / 2),
    y: workArea.y + Math.round((room.height - height) / 2),
    width,
    height,
  };
}

/**
 * Bounds of an open window that takes another frame, its border included: where it was, moved as far
 * as it takes to lie within the work area, and cut to it where it is larger.
 */
export function refitted(
  before: Rectangle,
  { size }: ManagerFrame,
  border: Border,
  workArea: Rectangle,
): Rectangle {
  const room = usable(workArea, border);
  const { width, height } = smaller(within(size, border), room);
  return {
    x: clamp(before.x, workArea.x, workArea.x + room.width - width),
    y: clamp(before.y, workArea.y, workArea.y + room.height - height),
    width,
    height,
  };
}

/** The smallest that a window on a frame may be made, its border included. */
export function smallestOf({ smallest }: ManagerFrame, border: Border, workArea: Rectangle): Size {
  return smaller(within(smallest, border), usable(workArea, border));
}
