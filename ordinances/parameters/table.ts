import type { Check, Definition, Group, Section } from './definition.ts';
import { agreement36Group } from './groups/agreement36.ts';
import { breachesGroup } from './groups/breaches.ts';
import { capsGroup } from './groups/caps.ts';
import { type DayParameters, dayGroup } from './groups/days.ts';
import { designationGroup } from './groups/designation.ts';
import { formsGroup } from './groups/forms.ts';
import { healthGroup } from './groups/health.ts';
import { hoursGroup } from './groups/hours.ts';
import { leaveGroup } from './groups/leave.ts';
import { noticesGroup } from './groups/notices.ts';
import { payGroup } from './groups/pay.ts';
import { type PracticeParameters, practiceGroup } from './groups/practice.ts';
import { recordsGroup } from './groups/records.ts';
import { regimeGroup } from './groups/regime.ts';
import { restrictionsGroup } from './groups/restrictions.ts';
import { sharingGroup } from './groups/sharing.ts';
import { statutoryHoursGroup } from './groups/statutory-hours.ts';
import { surveyGroup } from './groups/survey.ts';
import { type WatchParameters, watchGroup } from './groups/watch.ts';

/**
 * The one table of all that municipalities decide. Schema, defaults, the page of settings, the model file and the manual come
 * from it. Parameters of `plainGroups` stand directly below `parameters` in a file, those of `namedGroups` below their name.
 */
export const plainGroups = { days: dayGroup, watch: watchGroup, practice: practiceGroup } as const;

export const namedGroups = {
  regime: regimeGroup,
  caps: capsGroup,
  designation: designationGroup,
  breaches: breachesGroup,
  restrictions: restrictionsGroup,
  statutoryHours: statutoryHoursGroup,
  agreement36: agreement36Group,
  hours: hoursGroup,
  pay: payGroup,
  leave: leaveGroup,
  records: recordsGroup,
  health: healthGroup,
  survey: surveyGroup,
  sharing: sharingGroup,
  notices: noticesGroup,
  forms: formsGroup,
} as const;

type ModelOf<G> = G extends Group<infer T> ? T : never;
export type GroupParameters = { readonly [K in keyof typeof namedGroups]: ModelOf<(typeof namedGroups)[K]> };

/** Minutes for every duration; `MM-DD` for days of the year; weekdays 0 = Sunday. Each group has the type of its room of the law. */
export type Parameters = DayParameters & WatchParameters & PracticeParameters & GroupParameters;

const modelsOf = (groups: Readonly<Record<string, { readonly model: unknown }>>) =>
  Object.fromEntries(Object.entries(groups).map(([name, { model }]) => [name, model])) as unknown as GroupParameters;

/** What holds where a municipality says nothing. */
export const modelParameters: Parameters = {
  ...dayGroup.model,
  ...watchGroup.model,
  ...practiceGroup.model,
  ...modelsOf(namedGroups),
};

/** A definition with its place. `path` leads to it in `Parameters` and in a file. */
export type Entry = {
  readonly path: readonly string[];
  readonly definition: Definition<unknown>;
};
/** A definition or a section, whatever its type. */
export type Node = Definition<unknown> | Section<Readonly<Record<string, unknown>>>;

export const isSection = (node: Node): node is Section<Readonly<Record<string, unknown>>> => 'fields' in node;

/** The members of a section or group, in order. */
export const membersOf = (section: { readonly fields: unknown }): readonly (readonly [string, Node])[] =>
  Object.entries(section.fields as Readonly<Record<string, Node>>);

/** A part of the table under one heading. */
export type Heading = {
  /** Name of the group, and of the section inside it. */
  readonly key: string;
  readonly title: string;
  readonly about: string;
  /** The place below which its parameters stand in a file; empty for those directly below `parameters`. */
  readonly path: readonly string[];
  readonly entries: readonly Entry[];
  /** Sections inside it. */
  readonly parts: readonly Heading[];
};

function headingOf(
  key: string,
  section: { title: string; fields: unknown },
  path: readonly string[],
  about = '',
): Heading {
  const members = membersOf(section);
  return {
    key,
    title: section.title,
    about,
    path,
    entries: members.flatMap(([name, node]) => (isSection(node) ? [] : [{ path: [...path, name], definition: node }])),
    parts: members.flatMap(([name, node]) => (isSection(node) ? [headingOf(name, node, [...path, name])] : [])),
  };
}

const aboutOf = ({ about, used }: { readonly about: string; readonly used: string }): string => `${about}${used}`;

/** The whole table by headings, in the order of the page. */
export const headings: readonly Heading[] = [
  ...Object.entries(plainGroups).map(([key, group]) => headingOf(key, group, [], aboutOf(group))),
  ...Object.entries(namedGroups).map(([key, group]) => headingOf(key, group, [key], aboutOf(group))),
];

const entriesOf = ({ entries, parts }: Heading): readonly Entry[] => [...entries, ...parts.flatMap(entriesOf)];

/** Every parameter, in order. */
export const entries: readonly Entry[] = headings.flatMap(entriesOf);

/** A check with the place below which its keys stand and by which its values are read. */
export type PlacedCheck = {
  readonly path: readonly string[];
  readonly about: readonly string[];
  readonly broken: Check<unknown>['broken'];
};

const placed = (path: readonly string[], { checks }: { readonly checks: readonly Check<never>[] }): PlacedCheck[] =>
  checks.map(({ about, broken }) => ({ path, about, broken: broken as Check<unknown>['broken'] }));

/** What must hold inside each group. */
export const groupChecks: readonly PlacedCheck[] = [
  ...Object.values(plainGroups).flatMap((group) => placed([], group)),
  ...Object.entries(namedGroups).flatMap(([name, group]) => placed([name], group)),
];

/** The value at a place of an object. */
export function valueAt(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) => (found as Readonly<Record<string, unknown>> | undefined)?.[name],
    values,
  );
}
