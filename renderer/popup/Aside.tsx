import { Icon } from '../ui/Icon';
import type { AsideCopy } from './aside-copy';
import { useView } from './PopupProvider';

/** Something said beside the list. Below it, so that no row moves. */
export function Aside({ copy }: { readonly copy: AsideCopy | null }) {
  if (copy === null) return null;
  return (
    <div className="aside">
      <Icon name="info" />
      <p>
        <b>{copy.title}</b> {copy.body}
      </p>
    </div>
  );
}

/**
 * What became of an attempt that was taken back, and what is said of what opened the popup: both until
 * the next key or press.
 */
export function Asides() {
  const cancelled = useView((view) => view.cancelled);
  const remark = useView((view) => view.remark);
  return (
    <>
      <Aside copy={cancelled} />
      <Aside copy={remark} />
    </>
  );
}
