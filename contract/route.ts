import type { z } from 'zod';

/** Who may call a route at all; what they may see through it is decided by the policies of `server/access`. */
export type Role = 'staff' | 'manager' | 'hr' | 'executive' | 'auditor' | 'admin';
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
