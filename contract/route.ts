import type { z } from 'zod';

/**
 * Who may call a route at all; what they may see through it is decided by the policies of `server/access`. `deputy` is no role of an account:
 * a session has it on the days on which a 代決 or 専決 holds.
 */
export type Role = 'staff' | 'manager' | 'hr' | 'executive' | 'auditor' | 'admin' | 'union' | 'deputy';
export type Access = 'public' | 'device' | 'signedIn' | readonly Role[];

export type RouteShape = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Path below `/api/v1`, parameters as `:name`. */
  readonly path: string;
  readonly access: Access;
  /** One English line for OpenAPI. */
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** JSON body; `file` bodies are multipart with the field `file`. */
  readonly body?: z.ZodType;
  readonly upload?: true;
  /** JSON answer; absent = a file (its media type is told by the answer). */
  readonly answer?: z.ZodType;
};

/** Declares a route; validation, permission, OpenAPI and the typed client all come from this one value. */
export const route = <const R extends RouteShape>(shape: R): R => shape;

type Part<R, K extends 'params' | 'query' | 'body'> =
  R extends Record<K, infer S extends z.ZodType> ? Named<z.output<S>> : object;
/** An empty object names no key; as `Record<string, never>` it would take every other key away. */
type Named<T> = T extends Record<string, never> ? object : T;
type Sent<R, K extends 'params' | 'query' | 'body'> =
  R extends Record<K, infer S extends z.ZodType> ? z.input<S> : undefined;
type Flat<T> = { [K in keyof T]: T[K] };

/** A file as it was uploaded: the form field it came in, its name and its bytes. */
export type UploadedFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };
/** A file as it is answered. */
export type FileAnswer = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** A long file, piece by piece while it is made; `bytes` is empty then. */
  readonly pieces?: AsyncIterable<Uint8Array>;
};

/** What a use case is given: parameters of path, query and body in one flat value, and the files of an upload. */
export type Input<R extends RouteShape> = Flat<
  Part<R, 'params'> &
    Part<R, 'query'> &
    Part<R, 'body'> &
    (R extends { upload: true } ? { files: readonly UploadedFile[] } : object)
>;
/** What a use case answers. */
export type Answer<R extends RouteShape> = R extends { answer: infer S extends z.ZodType } ? z.output<S> : FileAnswer;

/** What the caller of the typed client gives, part by part. */
export type Sending<R extends RouteShape> = {
  params: Sent<R, 'params'>;
  query: Sent<R, 'query'>;
  body: Sent<R, 'body'>;
};
