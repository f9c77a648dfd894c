/** Which room may import which, each rule with its reason. Run by `npm run check:boundaries`. */
const rooms = [
  'law',
  'ordinances',
  'records',
  'wording',
  'contract',
  'forms',
  'server',
  'command',
  'web',
  'journeys',
  'bench',
];
const may = {
  law: [],
  ordinances: ['law'],
  records: ['law'],
  wording: ['law'],
  contract: ['law'],
  forms: ['law', 'records', 'wording', 'contract'],
  server: ['law', 'ordinances', 'records', 'contract', 'forms'],
  command: ['law', 'ordinances', 'wording', 'server'],
  web: ['contract', 'law', 'wording'],
  journeys: ['contract'],
  bench: ['law', 'ordinances', 'server'],
};
const why = {
  law: '規則は入出力を知らない: the law imports nothing of ours',
  ordinances: 'what a municipality decided is data beside the law; it knows no shell',
  records: 'what happened is told in the terms of the law alone',
  wording: 'the sentences of the law: said the same on the page, by the command line and on paper',
  contract: 'what crosses a boundary must not drag a side of it along',
  forms: 'paper is made from values, never from the database',
  server: 'the shell gathers everything but knows no screen',
  command: 'the command line opens doors of the rooms behind it, not of the page',
  web: 'the page sees the contract; the law serves it for previews only',
  journeys: 'a journey is a person: it sees pages, not code',
  bench: 'measurements go through the doors that users use',
};
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'a circle has no foundation',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-test',
      severity: 'error',
      comment: 'product code does not lean on tests',
      from: { pathNot: '(\\.test\\.|\\.journey\\.|/testing/|^journeys/)' },
      to: { path: '(\\.test\\.|\\.journey\\.)' },
    },
    {
      name: 'law-is-pure',
      severity: 'error',
      comment: why.law,
      from: { path: '^law/', pathNot: '(\\.test\\.ts$|^law/testing/)' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'] },
    },
    ...rooms.map((room) => ({
      name: `${room}-doors`,
      severity: 'error',
      comment: why[room],
      from: { path: `^${room}/`, pathNot: '(\\.test\\.tsx?$|/testing/)' },
      to: { path: `^(${rooms.filter((other) => other !== room && !may[room].includes(other)).join('|')})/` },
    })),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
