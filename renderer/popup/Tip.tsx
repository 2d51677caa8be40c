/**
 * The full text as a tooltip, over the whole of a control whose texts may be cut. A title on the
 * control itself would be read out after its name, which says the same.
 */
export function Tip({ text }: { readonly text: string }) {
  return <span className="tip" title={text} aria-hidden="true" />;
}
