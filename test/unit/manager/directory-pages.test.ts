import { describe, expect, it } from 'vitest';

import type { CallReply, CallRequest } from '../../../electron/contract/schemas';
import {
  DirectoryPages,
  pageLength,
  rowAt,
} from '../../../renderer/manager/directory/people/directory-pages';

type Request = CallRequest<'directory:page'>;
type Reply = CallReply<'directory:page'>;

/** Main, answering when the test says so. */
function open() {
  const asked: { readonly request: Request; readonly answer: (reply: Reply) => Promise<void> }[] =
    [];
  const pages = new DirectoryPages(
    (request) =>
      new Promise((resolve) => {
        const answer = async (reply: Reply) => {
          resolve(reply);
          await Promise.resolve();
        };
        asked.push({ request, answer });
      }),
  );
  return { asked, pages };
}

const rows = ({ text, skip, limit }: Request, total: number): Reply => ({
  ok: true,
  value: {
    total,
    rows: Array.from({ length: Math.min(limit, total - skip) }, (_, index) => ({
      address: `+1415555${String(skip + index).padStart(4, '0')}`,
      display: '',
      name: `${text}${skip + index}`,
      note: null,
      country: null,
      role: null,
    })),
  },
});

describe('the list of the directory', () => {
  it('asks for what comes into sight, once', async () => {
    const { asked, pages } = open();
    pages.look('');
    await asked[0]?.answer(rows({ text: '', skip: 0, limit: pageLength }, 1000));
    pages.need(0, 20);
    pages.need(95, 205);
    pages.need(150, 260);
    expect(asked.map(({ request }) => request.skip)).toEqual([0, 100, 200]);
    expect(pages.view().total).toBe(1000);
    expect(rowAt(pages.view(), 42)?.name).toBe('42');
    expect(rowAt(pages.view(), 150)).toBeUndefined();
    const second = asked[1];
    if (second === undefined) throw new Error('not asked');
    await second.answer(rows(second.request, 1000));
    expect(rowAt(pages.view(), 150)?.name).toBe('150');
  });

  it('drops the answer to an older text, and shows the old rows until the new ones come', async () => {
    const { asked, pages } = open();
    pages.look('m');
    pages.look('ma');
    await asked[0]?.answer(rows({ text: 'm', skip: 0, limit: pageLength }, 9));
    expect(pages.view().total).toBeNull();
    await asked[1]?.answer(rows({ text: 'ma', skip: 0, limit: pageLength }, 3));
    pages.look('mar');
    expect(pages.view()).toMatchObject({ text: 'ma', total: 3 });
    pages.need(0, 300);
    expect(asked).toHaveLength(3);
  });

  it('tells who listens, until they stop', async () => {
    const { asked, pages } = open();
    let told = 0;
    const stop = pages.subscribe(() => (told += 1));
    pages.look('a');
    await asked[0]?.answer(rows({ text: 'a', skip: 0, limit: pageLength }, 1));
    expect(told).toBe(1);
    stop();
    pages.look('b');
    await asked[1]?.answer(rows({ text: 'b', skip: 0, limit: pageLength }, 1));
    expect(told).toBe(1);
  });

  it('says what went wrong, and asks again when it is told to', async () => {
    const { asked, pages } = open();
    const error = { code: 'directory-unavailable', cause: 'worker ended' } as const;
    pages.look('');
    await asked[0]?.answer({ ok: false, error });
    expect(pages.view().failure).toEqual(error);
    pages.look('');
    await asked[1]?.answer(rows({ text: '', skip: 0, limit: pageLength }, 1));
    expect(pages.view()).toMatchObject({ failure: null, total: 1 });
  });
});
