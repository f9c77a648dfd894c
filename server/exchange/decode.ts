import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export type Encoding = 'utf-8' | 'cp932';
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

/** The file is neither UTF-8 nor CP932, or not in the encoding that was named. */
export class UnreadableFile extends Error {
  readonly code: 'import.file.encoding' | 'import.file.empty' | 'import.file.binary';
  constructor(code: UnreadableFile['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** TextDecoder's name of each encoding; the WHATWG `shift_jis` is CP932 (Windows-31J). */
const LABEL = { 'utf-8': 'utf-8', cp932: 'shift_jis' } as const;
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

function hasBom(head: Uint8Array): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}

/**
 * Reads a file once and tells encoding, separator and hash, in constant memory.
 * UTF-8 wins when the bytes are valid UTF-8: Japanese text in CP932 practically never is. Where they fit both and no
 * BOM decides, `sure` is false.
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
  const bom = hasBom(head);
  if (bytes === (bom ? 3 : 0)) throw new UnreadableFile('import.file.empty', 'the file is empty');
  if (binary) throw new UnreadableFile('import.file.binary', 'the file holds zero bytes');
  const fits = { 'utf-8': utf8.valid(), cp932: cp932.valid() };
  const encoding = named === 'auto' ? (fits['utf-8'] ? 'utf-8' : 'cp932') : named;
  if (!fits[encoding]) throw new UnreadableFile('import.file.encoding', `not ${encoding}`);
  const text = new TextDecoder(LABEL[encoding]).decode(head);
  return {
    encoding,
    sure: named !== 'auto' || bom || ascii || fits['utf-8'] !== fits.cp932,
    bom,
    bytes,
    hash: hash.digest('hex'),
    separator: separatorOf(/^[^\r\n]*/.exec(text)?.[0] ?? ''),
  };
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
