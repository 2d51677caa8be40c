import { Icon } from '../ui/Icon';
import type { AsideCopy } from './aside-copy';

/** Something said beside the list, until the next key or press. Below it, so that no row moves. */
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
