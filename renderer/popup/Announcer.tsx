import { useView } from './PopupProvider';

/**
 * What is told to assistive technology, in turn or breaking in. Both regions are always there: one
 * that appears with its words is not read.
 */
export function Announcer() {
  const { words, count, urgent } = useView((view) => view.said);
  // The same words are news only where the text differs.
  const news = count % 2 === 0 ? words : `${words}\u00A0`;
  return (
    <>
      <p className="vh" role="status">
        {urgent ? '' : news}
      </p>
      <p className="vh" role="alert">
        {urgent ? news : ''}
      </p>
    </>
  );
}
