interface Waiting<Q, A> {
  readonly question: Q;
  readonly answer: Promise<A>;
  readonly resolve: (answer: A) => void;
}

/**
 * Asks one question at a time. Of those that come meanwhile only the newest is asked: nobody waits
 * for the answer to a text that has been typed over.
 */
export class LatestSearch<Q extends { readonly text: string }, A> {
  readonly #ask: (question: Q) => Promise<A>;
  readonly #superseded: (question: Q) => A;
  #busy = false;
  #waiting: Waiting<Q, A> | null = null;

  /** @param superseded what a question is answered with that was not asked. */
  constructor(ask: (question: Q) => Promise<A>, superseded: (question: Q) => A) {
    this.#ask = ask;
    this.#superseded = superseded;
  }

  async ask(question: Q): Promise<A> {
    if (this.#busy) return await this.#wait(question);
    this.#busy = true;
    try {
      return await this.#ask(question);
    } finally {
      this.#busy = false;
      const next = this.#waiting;
      this.#waiting = null;
      if (next !== null) void this.ask(next.question).then(next.resolve);
    }
  }

  #wait(question: Q): Promise<A> {
    const before = this.#waiting;
    if (before?.question.text === question.text) return before.answer;
    before?.resolve(this.#superseded(before.question));
    let resolve: (answer: A) => void = () => undefined;
    const answer = new Promise<A>((done) => {
      resolve = done;
    });
    this.#waiting = { question, answer, resolve };
    return answer;
  }
}
