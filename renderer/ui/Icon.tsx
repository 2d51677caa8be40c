import { iconDrawings, type IconName } from './icon-drawings';

interface Drawing {
  readonly viewBox: string;
  readonly stroked: boolean;
  readonly shapes: string;
}

function read(markup: string): Drawing {
  const root = /^<svg ([^>]*)>(.*)<\/svg>\s*$/su.exec(markup);
  if (root === null) throw new Error('An icon file is one <svg> element');
  const [, attributes = '', shapes = ''] = root;
  return {
    viewBox: /viewBox="([^"]*)"/u.exec(attributes)?.[1] ?? '0 0 16 16',
    stroked: attributes.includes('stroke="currentColor"'),
    // A <title> would show as a tooltip of its own.
    shapes: shapes.replace(/<title>.*?<\/title>/su, ''),
  };
}

const cache = new Map<IconName, Drawing>();

function drawing(name: IconName): Drawing {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const fresh = read(iconDrawings[name]);
  cache.set(name, fresh);
  return fresh;
}

interface IconProps {
  readonly name: IconName;
  readonly className?: string;
  /** Side in CSS pixels at the usual text size; it grows with the text. */
  readonly size?: number;
}

const stroke = {
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** A decoration: hidden from assistive technology, so the word beside it must say the same. */
export function Icon({ name, className, size }: IconProps) {
  const { viewBox, stroked, shapes } = drawing(name);
  const side = size === undefined ? undefined : `${size / 16}rem`;
  return (
    <svg
      className={className === undefined ? 'ic' : `ic ${className}`}
      viewBox={viewBox}
      fill="none"
      aria-hidden="true"
      {...(stroked ? stroke : {})}
      {...(side === undefined ? {} : { style: { inlineSize: side, blockSize: side } })}
      // The markup is a file of this repository, bundled at build time.
      dangerouslySetInnerHTML={{ __html: shapes }}
    />
  );
}
