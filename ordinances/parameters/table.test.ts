import { modelAgreement36 } from '@tokimori/law/agreement36/rules';
import { modelDesignation } from '@tokimori/law/designation/rules';
import { type HealthRules, modelHealth } from '@tokimori/law/health/rules';
import { type HoursRules, modelHours } from '@tokimori/law/hours/rules';
import { type LeaveRules, modelLeave } from '@tokimori/law/leave/rules';
import { modelOvertime } from '@tokimori/law/overtime/rules';
import { modelPay, type PayRules } from '@tokimori/law/pay/rules';
import { modelRecordKeeping, type RecordKeepingRules } from '@tokimori/law/record-keeping/rules';
import { modelRegime } from '@tokimori/law/regime/rules';
import { modelRestrictions } from '@tokimori/law/restrictions/rules';
import { modelStatutoryHours } from '@tokimori/law/statutory-hours/rules';
import { modelSurvey } from '@tokimori/law/survey/rules';
import { describe, expect, test } from 'vitest';
import { readOrdinance } from '../read-ordinance.ts';
import { crossChecks } from './cross-checks.ts';
import type { Kind } from './kinds/kind.ts';
import { followers, writtenOf } from './merge.ts';
import { modelFile } from './model-file.ts';
import { entries, groupChecks, modelParameters, type Parameters, valueAt } from './table.ts';

const lawModels = {
  regime: modelRegime,
  caps: modelOvertime,
  designation: modelDesignation,
  restrictions: modelRestrictions,
  statutoryHours: modelStatutoryHours,
  agreement36: modelAgreement36,
  hours: modelHours,
  pay: modelPay,
  leave: modelLeave,
  records: modelRecordKeeping,
  health: modelHealth,
  survey: modelSurvey,
};

/** The types of groups are those of the law; a kind that reads more or less than its member's type does not compile. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const types: readonly true[] = [
  true satisfies Same<Parameters['pay'], PayRules>,
  true satisfies Same<Parameters['hours'], HoursRules>,
  true satisfies Same<Parameters['leave'], LeaveRules>,
  true satisfies Same<Parameters['records'], RecordKeepingRules>,
  true satisfies Same<Parameters['health'], HealthRules>,
  true satisfies Kind<1 | 2> extends Kind<1 | 2 | 3> ? false : true,
  true satisfies Kind<1 | 2 | 3> extends Kind<1 | 2> ? false : true,
];

/** Whether two values have a member with its place in common, at any depth. */
const leavesOf = (value: unknown, path: readonly string[] = []): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...path, name]))
    : [path.join('.')];

describe('the table of parameters', () => {
  test('has the types of the rooms of the law', () => expect(types).toHaveLength(7));

  const read = readOrdinance(modelFile(), 'model.yaml');
  test('reads its own model file back as the model of each room of the law, exactly', () => {
    expect(read.problems).toEqual([]);
    expect(read.document?.versions).toHaveLength(1);
    const [version] = read.document?.versions ?? [];
    for (const [group, model] of Object.entries(lawModels))
      expect(version?.parameters[group as keyof typeof lawModels], group).toEqual(model);
    expect(version?.parameters).toEqual(modelParameters);
  });

  test('has a definition for every member of the defaults and no other', () => {
    const defined = entries.map(({ path }) => path.join('.'));
    expect(new Set(defined).size).toBe(defined.length);
    const below = (leaf: string) => defined.filter((key) => leaf === key || leaf.startsWith(`${key}.`));
    for (const leaf of leavesOf(modelParameters)) expect(below(leaf), leaf).toHaveLength(1);
    for (const key of defined) expect(valueAt(modelParameters, key.split('.')), key).not.toBeUndefined();
  });

  test.each(entries.map((entry) => [entry.path.join('.'), entry] as const))(
    '%s is described and keeps its default',
    (_key, entry) => {
      const { what, source, kind } = entry.definition;
      const model = valueAt(modelParameters, entry.path);
      for (const text of [what, source, kind.allowed.ja, kind.allowed.en]) expect(text).not.toBe('');
      expect(kind.says(model)).toMatch(/./);
      expect(kind.says(model)).not.toMatch(/undefined|NaN|\[object|\(\)/);
      expect(kind.written.parse(kind.writes(model))).toEqual(model);
      expect(kind.stored.parse(model)).toEqual(model);
    },
  );

  test('knows the leaders of parameters that follow, with the same default and the same way of writing', () => {
    const written = writtenOf(modelParameters);
    expect(followers.length).toBeGreaterThan(10);
    for (const { path, leader } of followers) {
      const at = (key: readonly string[]) => entries.findIndex((one) => one.path.join('.') === key.join('.'));
      expect(at(leader), leader.join('.')).toBeGreaterThanOrEqual(0);
      expect(at(leader), `${leader.join('.')} comes before ${path.join('.')}`).toBeLessThan(at(path));
      expect(valueAt(written, path), path.join('.')).toEqual(valueAt(written, leader));
    }
  });

  test('keeps its own checks, each about parameters that there are', () => {
    const known = entries.map(({ path }) => path.join('.'));
    for (const { path, about, broken } of [...groupChecks, ...crossChecks]) {
      expect(broken(valueAt(modelParameters, path)), about.join()).toBeUndefined();
      for (const key of about) {
        const place = [...path, ...key.split('.')].join('.');
        expect(
          known.some((one) => one === place || one.startsWith(`${place}.`) || place.startsWith(`${one}.`)),
          place,
        ).toBe(true);
      }
    }
  });

  test('tells no two neighbours by the same words', () => {
    const seen = entries.map(({ path, definition }) => `${path.slice(0, -1).join('.')} ${definition.what}`);
    expect(seen.filter((one, at) => seen.indexOf(one) !== at)).toEqual([]);
  });
});
