import type { ReactNode } from 'react';

interface TableBoxProps {
  readonly label: string;
  readonly headings: readonly string[];
  /** The rows. */
  readonly children: ReactNode;
}

/** A table in a dialog: the only part of it that scrolls. */
export function TableBox({ label, headings, children }: TableBoxProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
    <div className="mapping" tabIndex={0} role="group" aria-label={label}>
      <table className="mapping__table">
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
