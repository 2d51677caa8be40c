import { inspect } from 'node:util';

import electronLog from 'electron-log/node';

import { redact } from './redact';

export interface Log {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

const maxFileBytes = 1024 * 1024;

/** The log file, one old one kept; everything that is written passes the redaction. */
export function openLog(file: string): Log {
  const log = electronLog.create({ logId: 'baton' });
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = maxFileBytes;
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.console.level = 'warn';
  log.hooks.push((message) => ({
    ...message,
    data: message.data.map((part: unknown) =>
      redact(typeof part === 'string' ? part : inspect(part)),
    ),
  }));
  return {
    info: (text) => {
      log.info(text);
    },
    warn: (text) => {
      log.warn(text);
    },
    error: (text) => {
      log.error(text);
    },
  };
}
