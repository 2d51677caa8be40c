/** A piece of a text: plain words, or a link under the name that its tag gives. */
interface LinkedPart {
  readonly text: string;
  readonly link: string | null;
}

/** Takes a text with links apart: "Check <lines>Settings, Lines</lines>." has three parts. */
export function linkedParts(text: string): readonly LinkedPart[] {
  const parts: LinkedPart[] = [];
  let end = 0;
  for (const link of text.matchAll(/<([a-z]+)>(.*?)<\/\1>/gu)) {
    parts.push({ text: text.slice(end, link.index), link: null });
    parts.push({ text: link[2] ?? '', link: link[1] ?? null });
    end = link.index + link[0].length;
  }
  parts.push({ text: text.slice(end), link: null });
  return parts.filter((part) => part.text !== '');
}
