import { useManager } from './store';

/** The one live region of the window, always present. */
export function Announcer() {
  const { text, count } = useManager(({ announcement }) => announcement);
  return (
    <div className="vh" role="status">
      <span key={count}>{text}</span>
    </div>
  );
}
