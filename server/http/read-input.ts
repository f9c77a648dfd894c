import type { RouteShape, UploadedFile } from '@tokimori/contract/route';
import type { z } from 'zod';
import { refuse } from '../access/refusal.ts';
import { invalidInput } from './validation-words.ts';

export type Limits = { readonly json: number; readonly upload: number };
/** A body that is read by hand, faster than by its schema; undefined = let the schema say what is wrong. */
export type ReadByHand = (body: unknown) => object | undefined;

/**
 * The input of a route, kept to its contract: 400 with every fault, 413 over the size, 415 for another media type.
 * @param params the path's parameters, already decoded
 */
export async function readInput(
  route: RouteShape,
  request: Request,
  params: Readonly<Record<string, string>>,
  limits: Limits,
  byHand?: ReadByHand,
): Promise<object> {
  if (request.url.includes('%00')) refuse('http.nul', nul);
  const ofPath = route.params === undefined ? {} : parse(route.params, params);
  const ofQuery = route.query === undefined ? {} : parse(route.query, queryOf(request.url));
  const ofBody =
    route.upload === true
      ? { files: await readFiles(request, limits.upload) }
      : await readBody(route, request, limits, byHand);
  return { ...ofBody, ...ofQuery, ...ofPath };
}

function parse(schema: z.ZodType, value: unknown): object {
  const found = schema.safeParse(value, { reportInput: true });
  if (!found.success) throw invalidInput(found.error);
  return found.data as object;
}

function queryOf(url: string): Record<string, string> {
  const start = url.indexOf('?');
  return start < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(start)));
}

async function readBody(route: RouteShape, request: Request, limits: Limits, byHand?: ReadByHand): Promise<object> {
  if (route.body === undefined) return {};
  mediaTypeIs(request, 'application/json');
  const text = new TextDecoder().decode(await readBytes(request, limits.json));
  const body = readJson(text);
  const read = byHand?.(body);
  if (read !== undefined) return read;
  if (text.includes('\\u0000')) refuse('http.nul', nul);
  return parse(route.body, body);
}

/** No database text can hold it; in no input does it mean anything. */
const nul = {
  status: 400,
  title: '入力を確かめてください',
  detail: '使えない文字(NUL)が入っています。取り除いて、もう一度送ってください。',
} as const;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('http.json', {
      status: 400,
      title: '送られた内容を読み取れません',
      detail: 'JSON の書き方が正しくありません。送る側のプログラムを確かめてください。',
    });
  }
}

function mediaTypeIs(request: Request, expected: string): void {
  const given = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (given === expected) return;
  refuse('http.media-type', {
    status: 415,
    title: '送られた内容の種類が違います',
    detail: `Content-Type は ${expected} にしてください。`,
  });
}

/** All bytes of a body, given up as soon as they are more than allowed. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const announced = request.headers.get('content-length');
  if (Number(announced ?? 0) > limit) tooLarge(limit);
  if (announced !== null) return new Uint8Array(await request.arrayBuffer());
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > limit) tooLarge(limit);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(limit: number): never {
  refuse('http.too-large', {
    status: 413,
    title: '送られた内容が大きすぎます',
    detail: `${Math.floor(limit / 1_000_000)}MB までにしてください。ファイルは月ごとなどに分けてください。`,
  });
}

async function readFiles(request: Request, limit: number): Promise<UploadedFile[]> {
  mediaTypeIs(request, 'multipart/form-data');
  const bytes = await readBytes(request, limit);
  const contentType = request.headers.get('content-type') ?? '';
  const form = await new Response(bytes, { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined);
  const files: UploadedFile[] = [];
  for (const [field, value] of form ?? []) {
    if (typeof value !== 'string')
      files.push({ field, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  if (files.length > 0) return files;
  return refuse('http.file-missing', {
    status: 400,
    title: 'ファイルがありません',
    detail: 'ファイルを選んでから、もう一度送ってください。',
    fields: [{ field: 'file', code: 'http.file-missing', message: 'ファイルを選んでください。' }],
  });
}
