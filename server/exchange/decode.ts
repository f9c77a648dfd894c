import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export type Encoding = 'utf-8' | 'cp932' | 'utf-16le' | 'utf-16be';
export type Separator = 'comma' | 'tab';

/** What a file looks like from outside. */
export type FileFacts = {
  readonly encoding: Encoding;
  /** False when the bytes fit both encodings and the choice is a guess; the caller may name the other one. */
  readonly sure: boolean;
  readonly bom: boolean;
  readonly bytes: number;
  /** sha-256 in hexadecimal. */
  readonly hash: string;
  readonly separator: Separator;
};

/** The file is in no encoding that is read, or not in the one that was named. */
export class UnreadableFile extends Error {
  readonly code: 'import.file.encoding' | 'import.file.empty' | 'import.file.binary';
  /** The encoding that was named, and the one the file is in, as far as they are known. */
  readonly named: Encoding | undefined;
  readonly found: Encoding | undefined;
  constructor(code: UnreadableFile['code'], message: string, named?: Encoding, found?: Encoding) {
    super(message);
    this.code = code;
    this.named = named;
    this.found = found;
  }
}

/** TextDecoder's name of each encoding; the WHATWG `shift_jis` is CP932 (Windows-31J). */
const LABEL = { 'utf-8': 'utf-8', cp932: 'shift_jis', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be' } as const;
const READ_BYTES = 256 * 1024;

/** A streaming validity check: answers false from the first impossible byte on. */
function validity(encoding: Encoding): { feed: (chunk: Uint8Array | null) => void; valid: () => boolean } {
  const decoder = new TextDecoder(LABEL[encoding], { fatal: true });
  let valid = true;
  return {
    feed: (chunk) => {
      if (!valid) return;
      try {
        decoder.decode(chunk ?? new Uint8Array(), { stream: chunk !== null });
      } catch {
        valid = false;
      }
    },
    valid: () => valid,
  };
}

/** Comma or tab, by the first line. */
function separatorOf(firstLine: string): Separator {
  const outsideQuotes = firstLine.replace(/"(?:[^"]|"")*"/g, '');
  return outsideQuotes.split('\t').length > outsideQuotes.split(',').length ? 'tab' : 'comma';
}

/** The encoding that the mark at the beginning tells, and the length of the mark. */
function bomOf(head: Uint8Array): { readonly encoding: Encoding; readonly bytes: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  return head[0] === 0xfe && head[1] === 0xff ? { encoding: 'utf-16be', bytes: 2 } : undefined;
}

/**
 * Reads a file once and tells encoding, separator and hash, in constant memory.
 * UTF-16 is known by its BOM. UTF-8 wins when the bytes are valid UTF-8: Japanese text in CP932 practically never is.
 * Where they fit both and no BOM decides, `sure` is false.
 * @throws UnreadableFile when no encoding (or not the named one) fits, or the file is empty or binary.
 */
export async function inspectFile(path: string, named: Encoding | 'auto'): Promise<FileFacts> {
  const hash = createHash('sha256');
  const [utf8, cp932] = [validity('utf-8'), validity('cp932')];
  let bytes = 0;
  let ascii = true;
  let binary = false;
  let head: Uint8Array = new Uint8Array();
  for await (const chunk of createReadStream(path, { highWaterMark: READ_BYTES })) {
    const piece = chunk as Uint8Array;
    if (bytes === 0) head = piece;
    bytes += piece.length;
    hash.update(piece);
    utf8.feed(piece);
    cp932.feed(piece);
    ascii &&= piece.every((byte) => byte < 0x80);
    binary ||= piece.includes(0);
  }
  utf8.feed(null);
  cp932.feed(null);
  const bom = bomOf(head);
  if (bytes === (bom?.bytes ?? 0)) throw new UnreadableFile('import.file.empty', 'the file is empty');
  const fits = { 'utf-8': utf8.valid(), cp932: cp932.valid() };
  const encoding = encodingOf(named, bom?.encoding, fits, binary);
  const text = new TextDecoder(LABEL[encoding]).decode(head);
  return {
    encoding,
    sure: named !== 'auto' || bom !== undefined || ascii || fits['utf-8'] !== fits.cp932,
    bom: bom !== undefined,
    bytes,
    hash: hash.digest('hex'),
    separator: separatorOf(/^[^\r\n]*/.exec(text)?.[0] ?? ''),
  };
}

/** The encoding a file is read in. @throws UnreadableFile when it is in none, or in another than was named */
function encodingOf(
  named: Encoding | 'auto',
  marked: Encoding | undefined,
  fits: Readonly<Record<'utf-8' | 'cp932', boolean>>,
  binary: boolean,
): Encoding {
  if (marked === 'utf-16le' || marked === 'utf-16be') {
    if (named === 'auto' || named === marked) return marked;
    throw new UnreadableFile('import.file.encoding', `not ${named}`, named, marked);
  }
  if (binary) throw new UnreadableFile('import.file.binary', 'the file holds zero bytes');
  const found = fits['utf-8'] ? 'utf-8' : fits.cp932 ? 'cp932' : undefined;
  if (named === 'auto' && found !== undefined) return found;
  if ((named === 'utf-8' || named === 'cp932') && fits[named]) return named;
  throw new UnreadableFile('import.file.encoding', `not ${named}`, named === 'auto' ? undefined : named, found);
}

/** The text of a file piece by piece, without its BOM. */
export async function* decodedText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(LABEL[encoding]);
  for await (const chunk of createReadStream(path, { highWaterMark: READ_BYTES })) {
    const text = decoder.decode(chunk as Uint8Array, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
