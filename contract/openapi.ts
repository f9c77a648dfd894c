import { z } from 'zod';
import type { RouteShape } from './route.ts';
import { type RouteName, routes } from './routes.ts';
import { problem } from './values.ts';

type Json = { readonly [key: string]: unknown };

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
  return rest;
};

const problemAnswer = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const refer = (name: string): Json => ({ $ref: `#/components/responses/${name}` });

const answers = {
  BadRequest: problemAnswer('The input does not keep the contract; `fields` names each place'),
  SignedOut: problemAnswer('No session, or it has ended (for devices: no valid token)'),
  Denied: problemAnswer('The role or the policy does not allow it, or the CSRF token is missing'),
  NotFound: problemAnswer('There is no such thing in this municipality'),
  Conflict: problemAnswer('Somebody else was faster, or the state does not allow the deed'),
  TooLarge: problemAnswer('The body is larger than allowed'),
  WrongMediaType: problemAnswer('The body has another media type than expected'),
  Refused: problemAnswer('A rule of law or of the municipality refuses the deed'),
  TooMany: problemAnswer('Locked for a while after repeated failures'),
  Defect: problemAnswer('An unexpected error; `detail` holds the reference number'),
  Unavailable: problemAnswer('The database is away or the server is too busy; see Retry-After'),
};

function parametersOf(route: RouteShape): Json[] {
  const listed = (shape: z.ZodObject | undefined, place: 'path' | 'query') =>
    Object.entries(shape?.shape ?? {}).map(([name, field]) => ({
      name,
      in: place,
      required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(field as z.ZodType, 'output'),
    }));
  return [...listed(route.params, 'path'), ...listed(route.query, 'query')];
}

function securityOf(route: RouteShape): Json[] {
  if (route.access === 'public') return [];
  if (route.access === 'device') return [{ device: [] }];
  return route.method === 'get' ? [{ session: [] }] : [{ session: [], csrf: [] }];
}

/** Form fields in which files are sent: one `file`, or the three of the two sheets. */
export const uploadFields = (name: RouteName): readonly string[] =>
  name === 'sagaFromFiles' ? ['staff', 'departments', 'days'] : ['file'];

function requestBodyOf(name: RouteName, route: RouteShape): Json | undefined {
  if (route.upload === true) {
    const fields = uploadFields(name);
    const properties = Object.fromEntries(
      fields.map((field) => [field, { type: 'string', contentMediaType: 'application/octet-stream' }]),
    );
    return {
      required: true,
      content: { 'multipart/form-data': { schema: { type: 'object', properties, required: fields } } },
    };
  }
  if (route.body === undefined) return undefined;
  return { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } };
}

const fileTypes = [
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

function answersOf(route: RouteShape): Json {
  const found: Record<string, Json> = {
    '200':
      route.answer === undefined
        ? {
            description: 'A file; its name is in Content-Disposition',
            content: Object.fromEntries(
              fileTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
            ),
          }
        : { description: 'Done', content: { 'application/json': { schema: schemaOf(route.answer, 'output') } } },
    '500': refer('Defect'),
    '503': refer('Unavailable'),
  };
  if (route.params ?? route.query ?? route.body ?? route.upload) found['400'] = refer('BadRequest');
  if (route.access !== 'public' || route.path === '/session') found['401'] = refer('SignedOut');
  if (route.access !== 'public' && route.access !== 'device') found['403'] = refer('Denied');
  if (route.params) found['404'] = refer('NotFound');
  if (route.body ?? route.upload) Object.assign(found, { '413': refer('TooLarge'), '415': refer('WrongMediaType') });
  if (route.method !== 'get' && route.access !== 'device') {
    Object.assign(found, { '409': refer('Conflict'), '422': refer('Refused') });
  } else if (route.access !== 'public' && route.access !== 'device') found['422'] = refer('Refused');
  if (route.path === '/session' && route.method === 'post')
    Object.assign(found, { '403': refer('Denied'), '429': refer('TooMany') });
  if (route.path === '/me/password') found['429'] = refer('TooMany');
  return found;
}

function operationOf(name: RouteName, route: RouteShape): Json {
  const requestBody = requestBodyOf(name, route);
  const roles = typeof route.access === 'string' ? undefined : route.access;
  return {
    operationId: name,
    summary: route.summary,
    security: securityOf(route),
    ...(roles === undefined ? {} : { 'x-roles': roles, description: `Roles: ${roles.join(', ')}` }),
    parameters: parametersOf(route),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: answersOf(route),
  };
}

const plain = (summary: string, mediaType: string, description: string, others: Json = {}): Json => ({
  get: {
    summary,
    security: [],
    responses: { '200': { description, content: { [mediaType]: { schema: { type: 'string' } } } }, ...others },
  },
});
const stateSchema = { type: 'object', properties: { status: { type: 'string' } }, required: ['status'] };
const state = (summary: string, others: Json = {}): Json => ({
  get: {
    summary,
    security: [],
    responses: { '200': { description: 'ok', content: { 'application/json': { schema: stateSchema } } }, ...others },
  },
});

function operatingPaths(): Json {
  const notReady = { description: 'not ready', content: { 'application/json': { schema: stateSchema } } };
  return {
    '/healthz': state('The process lives'),
    '/readyz': state('The database answers and every migration is applied', { '503': notReady }),
    '/metrics': plain('Figures for Prometheus', 'text/plain', 'Prometheus text format'),
    '/api/v1/openapi.json': {
      get: {
        summary: 'This document',
        security: [],
        responses: {
          '200': { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
  };
}

/** The OpenAPI 3.1 document of everything the server answers, made from the table of routes. */
export function openApiDocument(version = '0.1.0'): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, route] of Object.entries(routes) as [RouteName, RouteShape][]) {
    const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '時守 Tokimori', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths: { ...paths, ...operatingPaths() },
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      responses: answers,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'tokimori_session',
          description: 'Set by signIn; HttpOnly, SameSite=Strict',
        },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token', description: '`csrf` of the answer of `me`' },
        device: { type: 'http', scheme: 'bearer', description: 'Token of a terminal: tkd_<municipality>_<secret>' },
      },
    },
  };
}
