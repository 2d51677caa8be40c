import type { UpdateState } from '../contract/updates';

/** Why a Baton does not update itself, whatever the setting says. */
export type UpdateHindrance = Extract<UpdateState, { kind: 'unavailable' }>['why'];

/** How this Baton came onto the computer. */
export interface Installation {
  readonly packaged: boolean;
  readonly kiosk: boolean;
  readonly platform: NodeJS.Platform;
  /** It runs out of an AppImage. */
  readonly appImage: boolean;
  /** NSIS has left its uninstaller beside it; an MSI leaves none. */
  readonly uninstaller: boolean;
  /** Whoever runs it may replace it. */
  readonly replaceable: boolean;
  /** The package names where new versions are published. */
  readonly feed: boolean;
}

/**
 * Whether Baton may update itself (docs/behaviour.md, "Updates"): where nobody else does. A deb or rpm
 * belongs to the package manager, an MSI to the group policy, an archive to who has unpacked it, and
 * what a pkg has installed to root.
 */
export function updateHindrance(at: Installation): UpdateHindrance | null {
  if (at.kiosk) return 'kiosk';
  if (!at.packaged) return 'development';
  if (!updatesItself(at)) return 'installed-otherwise';
  return at.feed ? null : 'no-feed';
}

function updatesItself({ platform, appImage, uninstaller, replaceable }: Installation): boolean {
  if (platform === 'win32') return uninstaller;
  if (platform === 'darwin') return replaceable;
  return appImage && replaceable;
}
