import type { Notice, NoticeCode } from '../contract/notices';

const mostShown = 50;

/** What the person must be told outside an attempt; one of each kind, until it is mended. */
export class Notices {
  readonly #byCode = new Map<NoticeCode, Notice>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get all(): Notice[] {
    return [...this.#byCode.values()].slice(0, mostShown);
  }

  raise(notice: Notice): void {
    this.#byCode.set(notice.code, notice);
    this.#changed();
  }

  settle(code: NoticeCode): void {
    if (this.#byCode.delete(code)) this.#changed();
  }
}
