import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';

interface UpdateFeed {
  readonly url: string;
  /** What was asked for, in order. */
  readonly requests: readonly { readonly path: string; readonly stagingId: string | undefined }[];
  /** Publishes a version: from then on it is the newest. */
  publish(version: string, appImage: string): void;
  close(): Promise<void>;
}

/** A place where new versions are published, as electron-builder lays it out: empty at first. */
export async function startUpdateFeed(): Promise<UpdateFeed> {
  const files = new Map<string, string>();
  const requests: { path: string; stagingId: string | undefined }[] = [];
  const server = createServer(({ url = '', headers }, answer) => {
    const path = new URL(url, 'http://feed').pathname;
    requests.push({ path, stagingId: headers['x-user-staging-id']?.toString() });
    const content = files.get(path);
    answer.writeHead(content === undefined ? 404 : 200);
    answer.end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The feed has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    publish: (version, appImage) => {
      const name = `baton-${version}-linux-x86_64.AppImage`;
      const sha512 = createHash('sha512').update(appImage).digest('base64');
      const file = { url: name, sha512, size: Buffer.byteLength(appImage) };
      const info = { version, files: [file], path: name, sha512, releaseDate: new Date(0) };
      files.set(`/${name}`, appImage);
      // JSON is YAML.
      files.set('/latest-linux.yml', JSON.stringify(info));
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
