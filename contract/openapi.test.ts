import { describe, expect, test } from 'vitest';
import * as administration from './administration.ts';
import * as agreements from './agreements.ts';
import * as breaches from './breaches.ts';
import * as closing from './closing.ts';
import * as corrections from './corrections.ts';
import * as dailyClose from './daily-close.ts';
import * as declarations from './declarations.ts';
import * as designations from './designations.ts';
import * as differences from './differences.ts';
import * as dueLists from './due-lists.ts';
import * as formSettings from './form-settings.ts';
import * as forms from './forms.ts';
import * as hr from './hr.ts';
import * as imports from './imports.ts';
import * as manager from './manager.ts';
import * as measureFields from './measure-fields.ts';
import * as measures from './measures.ts';
import * as notices from './notices.ts';
import { openApiDocument } from './openapi.ts';
import * as papers from './papers.ts';
import * as pay from './pay.ts';
import * as pcControl from './pc-control.ts';
import * as plans from './plans.ts';
import * as punches from './punches.ts';
import * as reductions from './reductions.ts';
import * as entries from './registers/entries.ts';
import * as progress from './registers/progress.ts';
import * as sheets from './registers/sheets.ts';
import * as reports from './reports.ts';
import * as results from './results.ts';
import type { RouteShape } from './route.ts';
import { routes } from './routes.ts';
import * as session from './session.ts';
import * as staff from './staff.ts';
import * as standingIn from './standing-in.ts';
import * as support from './support.ts';

type Operation = {
  operationId: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Record<string, unknown> }> }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: Record<'schemas' | 'responses' | 'securitySchemes', Record<string, unknown>>;
};
const document = openApiDocument() as unknown as Document;
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const operation = (name: string) => operations.find(({ operationId }) => operationId === name)!;
const listed = Object.entries(routes) as [string, RouteShape][];

const isRoute = (value: unknown): value is RouteShape =>
  typeof value === 'object' && value !== null && 'path' in value && 'access' in value && 'summary' in value;

test('the table names every route that the contract declares, by its name', () => {
  const declared = Object.entries({
    ...session,
    ...staff,
    ...breaches,
    ...reductions,
    ...standingIn,
    ...notices,
    ...manager,
    ...forms,
    ...formSettings,
    ...corrections,
    ...hr,
    ...closing,
    ...measures,
    ...measureFields,
    ...plans,
    ...dailyClose,
    ...support,
    ...papers,
    ...pay,
    ...pcControl,
    ...imports,
    ...reports,
    ...results,
    ...progress,
    ...sheets,
    ...entries,
    ...administration,
    ...agreements,
    ...designations,
    ...punches,
    ...differences,
    ...dueLists,
    ...declarations,
  }).filter(([, value]) => isRoute(value));
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(declared));
  expect(new Set(listed.map(([, { method, path }]) => `${method} ${path}`)).size).toBe(listed.length);
});

describe('the document', () => {
  test('is OpenAPI 3.1 with every route and what operations ask for', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const path of ['/healthz', '/readyz', '/metrics', '/api/v1/openapi.json'])
      expect(document.paths).toHaveProperty([path, 'get']);
    expect(operations.flatMap(({ operationId }) => operationId ?? []).sort()).toEqual(
      listed.map(([name]) => name).sort(),
    );
  });

  test.each(listed)('%s: parameters of the path, the query, the body and the answer', (name, route) => {
    const found = operation(name);
    const path = Object.keys(document.paths).find((key) => document.paths[key]?.[route.method] === found) ?? '';
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(
      found.parameters
        .filter((p) => p.in === 'path')
        .map((p) => p.name)
        .sort(),
    ).toEqual(inPath.sort());
    expect(found.parameters.filter((p) => p.in === 'query').map((p) => p.name)).toEqual(
      Object.keys(route.query?.shape ?? {}),
    );
    expect(found.requestBody !== undefined).toBe(route.body !== undefined || route.upload === true);
    const answer = found.responses['200']?.content ?? {};
    expect(Object.keys(answer).includes('application/json')).toBe(route.answer !== undefined);
    expect(found.responses).toHaveProperty('500');
  });

  test('every reference leads somewhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(0);
    for (const [, kind, name] of references) expect(document.components).toHaveProperty([kind ?? '', name ?? '']);
  });

  test('says who may call', () => {
    expect(operation('signIn').security).toEqual([]);
    expect(operation('me').security).toEqual([{ session: [] }]);
    expect(operation('addDevice').security).toEqual([{ session: [], csrf: [] }]);
    expect(operation('recordPunches').security).toEqual([{ device: [] }]);
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual(['csrf', 'device', 'session']);
  });

  test('says what is optional and what has a default', () => {
    const query = Object.fromEntries(operation('cityLimits').parameters.map((p) => [p.name, p]));
    expect(query.size).toMatchObject({ required: false, schema: { type: 'integer', default: 200, maximum: 1000 } });
    expect(operation('report').parameters.find((p) => p.name === 'month')).toMatchObject({ required: true });
    const body = operation('recordPunches').requestBody?.content['application/json']?.schema;
    expect(body).toMatchObject({
      additionalProperties: false,
      properties: { punches: { maxItems: 1000, items: { required: ['id', 'occurredAt', 'direction'] } } },
    });
    expect(operation('sagaFromFiles').requestBody?.content['multipart/form-data']?.schema.required).toEqual([
      'staff',
      'departments',
      'days',
    ]);
  });

  test('holds nothing but JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
