const swallowed = ['contextmenu', 'dragstart', 'dragover', 'drop', 'copy', 'cut'] as const;

/**
 * Takes from the page what the pointer could lead out with: the context menu, what is dragged here
 * from elsewhere, zooming, going back with a mouse's fourth button, and a copy of what was typed,
 * which would outlive the page. Touching is told of the wheel, too.
 * @returns the function that gives it back.
 */
export function stayInside(touched: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const swallow = (event: Event) => event.preventDefault();
  for (const name of swallowed) window.addEventListener(name, swallow, { signal });
  const onOtherButton = (event: MouseEvent) => {
    if (event.button > 1) event.preventDefault();
  };
  window.addEventListener('mousedown', onOtherButton, { signal });
  window.addEventListener('mouseup', onOtherButton, { signal });
  window.addEventListener(
    'wheel',
    (event) => {
      touched();
      if (event.ctrlKey) event.preventDefault();
    },
    { signal, passive: false },
  );
  return () => stop.abort();
}
