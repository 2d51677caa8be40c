/** Id of a row's element, for `aria-activedescendant`: the row's key without what an id can't hold. */
export function optionId(rowKey: string): string {
  return `option-${rowKey.replaceAll(/\s/gu, '_')}`;
}
