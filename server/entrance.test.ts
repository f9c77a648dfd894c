import { expect, it } from 'vitest';
import { openEntrance } from './entrance.ts';

const portOf = (url: string): number => Number(new URL(url).port);
const landed = Promise.resolve();

it('answers from the first moment: wait, then the application', async () => {
  const entrance = await openEntrance('127.0.0.1', 0);
  const ask = (path: string) => fetch(`http://127.0.0.1:${portOf(entrance.url)}${path}`);
  expect((await ask('/healthz')).status).toBe(200);
  expect((await ask('/readyz')).status).toBe(503);
  expect(await (await ask('/')).text()).toContain('準備しています');
  const refused = await ask('/api/v1/me');
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(await refused.json()).toMatchObject({ status: 503, code: 'server.preparing' });
  entrance.admit(() => new Response('in'));
  expect(await (await ask('/api/v1/me')).text()).toBe('in');
  await entrance.close(landed);
  await expect(ask('/')).rejects.toThrow();
});

it('lets an answer under way be finished', async () => {
  const entrance = await openEntrance('127.0.0.1', 0);
  let answer: (response: Response) => void = () => undefined;
  let arrived: () => void = () => undefined;
  const reached = new Promise<void>((done) => {
    arrived = done;
  });
  entrance.admit(() => {
    arrived();
    return new Promise<Response>((done) => {
      answer = done;
    });
  });
  const asked = fetch(`http://127.0.0.1:${portOf(entrance.url)}/slow`);
  await reached;
  const closed = entrance.close(asked.then(() => undefined));
  answer(new Response('finished'));
  expect(await (await asked).text()).toBe('finished');
  await closed;
});

it('says what to do when the port is taken', async () => {
  const first = await openEntrance('127.0.0.1', 0);
  await expect(openEntrance('127.0.0.1', portOf(first.url))).rejects.toThrow('--port');
  await first.close(landed);
});
