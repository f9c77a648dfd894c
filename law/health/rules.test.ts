import { describe, expect, it } from 'vitest';
import { instruments } from '../instruments/instruments.ts';
import * as citations from './citations.ts';
import {
  checkHealthRules,
  type HealthRules,
  healthRulesMistakes,
  himejiStressGroup,
  ImpossibleHealthRules,
  modelHealth,
} from './rules.ts';

const places = (rules: HealthRules) => healthRulesMistakes(rules).map(({ at }) => at);

describe('what a municipality may decide about health', () => {
  it('is right in the model, and plain data', () => {
    expect(healthRulesMistakes(modelHealth)).toEqual([]);
    expect(JSON.parse(JSON.stringify(modelHealth))).toEqual(modelHealth);
    expect(places({ ...modelHealth, stressGroup: himejiStressGroup })).toEqual([]);
    expect(himejiStressGroup.highStressAbove).toBe(120);
  });

  it('is never less than the law: ten answers, five years, a day that every month has', () => {
    const { procedure, stressCheck, stressGroup } = modelHealth;
    const wrong: HealthRules = {
      ...modelHealth,
      procedure: { ...procedure, countDay: 29, keepYears: 4, terms: { ...procedure.terms, opinion: { months: -1 } } },
      stressCheck: { ...stressCheck, keepYears: 4, terms: { ...stressCheck.terms, request: { days: 1.5 } } },
      stressGroup: { ...stressGroup, minimum: 9, recommended: -1, highStressAbove: -1, riskFloor: 100, riskCap: 99 },
    };
    expect(places(wrong)).toEqual([
      'procedure.terms.opinion',
      'stressCheck.terms.request',
      'procedure.countDay',
      'procedure.keepYears',
      'stressCheck.keepYears',
      'stressGroup.minimum',
      'stressGroup.recommended',
      'stressGroup.highStressAbove',
      'stressGroup.riskCap',
    ]);
    expect(healthRulesMistakes(wrong)[2]).toEqual({ at: 'procedure.countDay', least: 1, most: 28 });
    expect(healthRulesMistakes(wrong)[5]).toEqual({ at: 'stressGroup.minimum', least: 10 });
    expect(() => checkHealthRules(wrong)).toThrow(ImpossibleHealthRules);
    expect(() => checkHealthRules(wrong)).toThrow('procedure.terms.opinion is at least 0');
    expect(() => checkHealthRules(modelHealth)).not.toThrow();
  });

  it('takes every bound itself', () => {
    const at: HealthRules = {
      ...modelHealth,
      procedure: {
        ...modelHealth.procedure,
        countDay: 28,
        terms: { ...modelHealth.procedure.terms, opinion: { days: 0 } },
      },
      stressGroup: { ...modelHealth.stressGroup, riskFloor: 0, riskCap: 0, highStressAbove: 0, recommended: 0 },
    };
    expect(places(at)).toEqual([]);
    expect(places({ ...at, procedure: { ...at.procedure, countDay: 0 } })).toEqual(['procedure.countDay']);
    expect(places({ ...at, stressGroup: { ...at.stressGroup, riskFloor: -1 } })).toContain('stressGroup.riskFloor');
  });
});

describe('the provisions of the health rules', () => {
  const all = Object.values(citations).flatMap((group) => Object.values(group));

  it('are registered texts', () => {
    for (const { instrument } of all) expect(Object.keys(instruments)).toContain(instrument);
    expect(all.length).toBeGreaterThan(50);
  });
});
