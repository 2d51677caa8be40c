import { describe, expect, it } from 'vitest';

import { activeLine } from '../../../electron/config/active-line';
import { lineSchema } from '../../../electron/contract/settings';

const line = (id: string) =>
  lineSchema.parse({ id, name: id, phloId: 'p', nodeId: 'n', triggerSource: '+14155550100' });
const lines = [line('support'), line('sales')];

describe('the line in use', () => {
  it('is the one that is named', () => {
    expect(activeLine({ lines, activeLine: 'sales' })).toEqual({ kind: 'line', line: lines[1] });
  });

  it('is the first where none or an unknown one is named', () => {
    expect(activeLine({ lines, activeLine: null })).toEqual({ kind: 'line', line: lines[0] });
    expect(activeLine({ lines, activeLine: 'gone' })).toEqual({ kind: 'line', line: lines[0] });
  });

  it('is the practice line where there is none, and where it was chosen', () => {
    expect(activeLine({ lines: [], activeLine: null })).toEqual({ kind: 'practice' });
    expect(activeLine({ lines: [], activeLine: 'gone' })).toEqual({ kind: 'practice' });
    expect(activeLine({ lines, activeLine: 'practice' })).toEqual({ kind: 'practice' });
  });
});
