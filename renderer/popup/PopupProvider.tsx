import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';

import type { PopupState } from '../../electron/contract/popup';
import type { Popup } from './popup';
import type { PopupView } from './popup-view';

const Context = createContext<Popup | null>(null);

export function PopupProvider({ popup, children }: { popup: Popup; children: ReactNode }) {
  return <Context value={popup}>{children}</Context>;
}

export function usePopup(): Popup {
  const popup = useContext(Context);
  if (popup === null) throw new Error('usePopup is for components inside PopupProvider');
  return popup;
}

export function useView<T>(select: (view: PopupView) => T): T {
  return useStore(usePopup().store, select);
}

/** Main's state, for components that are only rendered once it is there. */
export function useMainState(): PopupState {
  const state = useView((view) => view.state);
  if (state === null) throw new Error('useMainState is for components below the loaded popup');
  return state;
}
