import type { CSSProperties } from 'react';

interface ProgressProps {
  /** Milliseconds that were over when the line appeared. */
  readonly begunMs: number;
  readonly totalMs: number;
}

/** The line that runs out with the time, a baton at its head. The title says the same in words. */
export function Progress({ begunMs, totalMs }: ProgressProps) {
  const running: CSSProperties & Record<`--${string}`, number> = {
    animationDuration: `${totalMs}ms`,
    animationDelay: `${-begunMs}ms`,
    '--whole-seconds': Math.max(1, Math.ceil(totalMs / 1000)),
  };
  return (
    <div className="progress" aria-hidden="true">
      <div className="progress__bar" style={running} />
    </div>
  );
}
