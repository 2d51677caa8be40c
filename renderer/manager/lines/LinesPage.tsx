import { useManager } from '../store';
import type { PageProps } from '../page';
import { LineForm } from './LineForm';
import { LineList } from './LineList';
import { RegionGroup } from './RegionGroup';

export function LinesPage({ state }: PageProps) {
  const draft = useManager((store) => store.lineDraft);
  if (draft !== null) return <LineForm draft={draft} lines={state.settings.lines} />;
  return (
    <>
      <LineList state={state} />
      <RegionGroup state={state} />
    </>
  );
}
