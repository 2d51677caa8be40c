const lanes = [60, 96, 132, 168, 204];

/** The lanes of a running track, seen from above: a decoration. */
export function Lanes() {
  return (
    <svg className="welcome__lanes" viewBox="0 0 420 260" fill="none" aria-hidden="true">
      {lanes.map((radius) => (
        <circle key={radius} cx={420} cy={0} r={radius} stroke="currentColor" strokeWidth={1.5} />
      ))}
    </svg>
  );
}
