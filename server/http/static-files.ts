import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pageHeaders } from './headers.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible = /^(text|application\/json|application\/manifest|image\/svg)/;

type StaticFile = {
  readonly bytes: Buffer;
  readonly packed: Buffer | undefined;
  readonly headers: Record<string, string>;
};
export type StaticFiles = {
  /** The file of a path, or the page itself for the path of a page; undefined when there is neither. */
  readonly answer: (path: string, request: Request) => Response | undefined;
};

/**
 * The built page below a folder. The names are read once, so that no path can lead out of it; a file is read when first
 * asked for. What the builder named by its content (`/assets/…`) is cached for ever, the rest is asked for again.
 */
export function staticFiles(root: string): StaticFiles {
  const places = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    places.set(`/${relative(root, place).split(sep).join('/')}`, place);
  }
  const read = new Map<string, StaticFile>();

  function fileAt(path: string): StaticFile | undefined {
    const known = read.get(path);
    const place = places.get(path);
    if (known !== undefined || place === undefined) return known;
    const file = readStatic(path, place);
    read.set(path, file);
    return file;
  }

  return {
    answer(path, request) {
      const file = fileAt(path) ?? (extname(path) === '' ? fileAt('/index.html') : undefined);
      return file === undefined ? undefined : respond(file, request);
    },
  };
}

function readStatic(path: string, place: string): StaticFile {
  const bytes = readFileSync(place);
  const type = mediaTypes[extname(path)] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  const packed = compressible.test(type) && bytes.length > 1_400 ? gzipSync(bytes, { level: 9 }) : undefined;
  const headers = { ...pageHeaders, 'content-type': type, etag, 'cache-control': cache, vary: 'accept-encoding' };
  return { bytes, packed, headers };
}

function respond({ bytes, packed, headers }: StaticFile, request: Request): Response {
  const asked = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (asked.includes(headers.etag ?? '')) return new Response(null, { status: 304, headers });
  const body = request.method === 'HEAD';
  if (packed === undefined || !/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) {
    return new Response(body ? null : new Uint8Array(bytes), { headers });
  }
  return new Response(body ? null : new Uint8Array(packed), { headers: { ...headers, 'content-encoding': 'gzip' } });
}
