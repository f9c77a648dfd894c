import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FileAnswer } from '@tokimori/contract/route';
import { OutsideCalendar } from '@tokimori/law/calendar/municipal-calendar';
import { problemOf, Refusal } from '../access/refusal.ts';
import type { Log } from '../context.ts';
import { isConnectionError, StoreUnavailable } from '../store/store-error.ts';
import { dataHeaders } from './headers.ts';

const compress = promisify(gzip);
/** Shorter answers fit into one packet. */
const WORTH_COMPRESSING = 1_400;

/** A JSON answer, compressed when it is long and the caller can read it so. */
export async function jsonAnswer(
  value: unknown,
  acceptEncoding: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const text = JSON.stringify(value);
  const all = { ...dataHeaders, 'content-type': 'application/json; charset=utf-8', ...headers };
  if (text.length < WORTH_COMPRESSING || !/\bgzip\b/.test(acceptEncoding)) return new Response(text, { headers: all });
  const packed = await compress(text, { level: 4 });
  return new Response(packed, { headers: { ...all, 'content-encoding': 'gzip', vary: 'accept-encoding' } });
}

/** A file to be saved; its name may be Japanese (RFC 6266). */
export function fileAnswer(file: FileAnswer, headers: Record<string, string> = {}): Response {
  const plain = file.fileName.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(file.fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const body =
    file.pieces === undefined
      ? Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
      : Readable.toWeb(Readable.from(file.pieces));
  return new Response(body as ConstructorParameters<typeof Response>[0], {
    headers: {
      ...dataHeaders,
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      ...headers,
    },
  });
}

/** The answer of a refusal, as problem+json. */
export function refusalAnswer(refusal: Refusal): Response {
  const headers: Record<string, string> = { ...dataHeaders, 'content-type': 'application/problem+json; charset=utf-8' };
  if (refusal.words.retryAfter !== undefined) headers['retry-after'] = String(refusal.words.retryAfter);
  if (refusal.status === 401) headers['www-authenticate'] = 'Bearer realm="tokimori"';
  return new Response(JSON.stringify(problemOf(refusal)), { status: refusal.status, headers });
}

/** What a failed call is answered: refusals as they are, an absent database 503, everything else 500 with a reference number. */
export function failureAnswer(error: unknown, log: Log, at: { route: string; reference: string }): Response {
  if (error instanceof Refusal) return refusalAnswer(error);
  if (error instanceof OutsideCalendar) return refusalAnswer(new Refusal('date.outside-calendar', outside));
  if (error instanceof StoreUnavailable || isConnectionError(error)) {
    log.error({ err: error, ...at }, 'the database is away');
    return refusalAnswer(new Refusal('store.unavailable', away));
  }
  log.error({ err: error, ...at }, 'unexpected error');
  const problem = {
    type: 'urn:tokimori:problem:http.defect',
    title: '処理できませんでした',
    status: 500,
    detail: `サーバーで予期しないことが起きました。もう一度操作しても直らないときは、受付番号 ${at.reference} を情報システム担当に伝えてください。`,
    code: 'http.defect',
  };
  const headers = { ...dataHeaders, 'content-type': 'application/problem+json; charset=utf-8' };
  return new Response(JSON.stringify(problem), { status: 500, headers });
}

const outside = {
  status: 400,
  title: '日付か月を確かめてください',
  detail: '休日の分かる暦の外の日か月です。日付か月を選び直してください。',
} as const;

const away = {
  status: 503,
  retryAfter: 5,
  title: 'データベースにつながりません',
  detail:
    '保守中か、一時的な障害です。しばらく待ってから、もう一度操作してください。続くときは情報システム担当に連絡してください。',
} as const;
