/** What may know the database: its own folder, stores and row types, and the files that put the server together. */
const knowsDatabase =
  '^server/src/(database/|cli/|main\\.ts|create-platform\\.ts|modules/[^/]+/migrations/)|-(store|table)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea cut in two, or an arrow that points the wrong way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },

    // Browser
    {
      name: 'packages-not-server',
      comment: 'Widgets and server meet in schema.graphql only.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(server|test|demo|scripts)/' },
    },
    {
      name: 'core-knows-no-widget',
      comment: 'Core is what every page loads.',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: '^packages/(?!core/)' },
    },
    {
      name: 'widgets-use-core-only',
      comment:
        'Each package works alone; a kind of post names what walls take, and what can be followed has a button for that. For threads and walls see the two next rules.',
      severity: 'error',
      from: { path: '^packages/(?!(?:core|loader|comment-thread|activity-wall)/)([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/(core|activity-wall|follow-button|$1)/' },
    },
    {
      name: 'thread-uses-composer-and-like-button-only',
      severity: 'error',
      from: { path: '^packages/comment-thread/' },
      to: { path: '^packages/', pathNot: '^packages/(core|composer|like-button|comment-thread)/' },
    },
    {
      name: 'wall-uses-thread-and-its-parts-only',
      severity: 'error',
      from: { path: '^packages/activity-wall/' },
      to: { path: '^packages/', pathNot: '^packages/(core|composer|like-button|comment-thread|activity-wall)/' },
    },
    {
      name: 'widgets-through-index',
      comment: 'What a package offers to others is in its index.ts; its parvis-….ts registers the tag.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/[^/]+/src/',
        pathNot: ['^packages/(core|$1)/', '^packages/[^/]+/src/(index|parvis-[a-z-]+)\\.ts$'],
      },
    },
    {
      name: 'packages-use-few-libraries',
      comment: 'Every byte here is loaded by every page. Types cost nothing.',
      severity: 'error',
      from: { path: '^packages/' },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(lit|@lit/context|graphql-request)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'demo-uses-bundles-only',
      comment: 'The demo is a page of somebody who has nothing but the script tag.',
      severity: 'error',
      from: { path: '^demo/', pathNot: '^demo/seed/' },
      to: { path: '^(packages|server|node_modules)/' },
    },
    {
      name: 'seed-takes-what-modules-offer',
      comment: 'The seed fills the database as an import of another product would: it knows no module from within.',
      severity: 'error',
      from: { path: '^demo/seed/' },
      to: {
        path: '^(packages|server|test|scripts)/',
        pathNot:
          '^server/src/(app|modules/[^/]+/index|database/(connect|database)|platform/(ids|viewer)|cli/demo-seed)\\.ts$',
      },
    },

    // Server
    {
      name: 'server-not-packages',
      comment:
        'Widgets and server meet in schema.graphql only. The demo stands beside the server, and is loaded when asked for.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(packages|test|scripts|demo)/' },
    },
    {
      name: 'main-on-top',
      comment: 'Main has side effects: whoever imports it starts a server.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(bin/|src/cli/)' },
      to: { path: '^server/src/(main\\.ts|cli/)', pathNot: '^server/src/cli/' },
    },
    {
      name: 'commands-load-when-called',
      comment: 'The server takes a second to load: a help or a mistyped word must not wait for it.',
      severity: 'error',
      from: { path: '^server/src/cli/(main|program|command|[a-z]+-commands)\\.ts$' },
      to: {
        path: '^server/src/',
        pathNot:
          '^server/src/(cli/(program|command|[a-z]+-commands|terminal|usage-error|people-count|missing-limit)|platform/(version|viewer))\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'app-above-modules',
      comment: 'main → app → compose → modules: each is put together by the one above and does not know it.',
      severity: 'error',
      from: {
        path: '^server/src/((modules|graphql|events|metrics|auth|queue|mail|audit|http|database|platform)/|compose\\.ts|module)',
      },
      to: {
        path: '^server/src/((app|main|running|create-platform|config)\\.ts|cli/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'compose-knows-the-modules',
      comment: 'A module is named in the list of compose.ts and nowhere else.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/compose\\.ts$' },
      to: { path: '^server/src/modules/[^/]+/module\\.ts$' },
    },
    {
      name: 'contract-of-modules',
      comment: 'What modules declare is for compose; the rest of a module does not know how it is put together.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/(compose|module-[a-z]+|modules/[^/]+/module)\\.ts$' },
      to: { path: '^server/src/module\\.ts$' },
    },
    {
      name: 'floors-know-no-module',
      comment: 'What is below the modules would serve any other product as well.',
      severity: 'error',
      from: {
        path: '^server/src/((graphql|events|metrics|auth|queue|mail|audit|http|database|platform)/|(create-platform|shared|running)\\.ts)',
      },
      to: { path: '^server/src/(modules/|compose\\.ts|module)' },
    },
    {
      name: 'http-below-graphql',
      comment: 'modules → graphql, events, auth → queue → audit, http → database → platform.',
      severity: 'error',
      from: { path: '^server/src/(queue|audit|http|database)/' },
      to: { path: '^server/src/(graphql|events|metrics|auth)/' },
    },
    {
      name: 'queue-above-database',
      comment: 'What adds jobs stands above the queue.',
      severity: 'error',
      from: { path: '^server/src/(database|http)/' },
      to: { path: '^server/src/queue/' },
    },
    {
      name: 'audit-above-database',
      comment: 'The audit log knows nothing of those who record in it, and nothing below it records.',
      severity: 'error',
      from: { path: '^server/src/(audit|database|http)/' },
      to: { path: '^server/src/(queue|audit)/', pathNot: '^server/src/$1/' },
    },
    {
      name: 'mail-stands-alone',
      comment: 'Mails are sent and taken in; who gets one, and what is stored of it, is decided above.',
      severity: 'error',
      from: { path: '^server/src/mail/' },
      to: { path: '^server/src/', pathNot: '^server/src/(mail|http|platform)/' },
    },
    {
      name: 'mail-beside-the-floors',
      comment: 'Modules send mails, and jobs do it for them: no floor does so by itself.',
      severity: 'error',
      from: { path: '^server/src/(graphql|events|metrics|auth|queue|audit|http|database)/' },
      to: { path: '^server/src/mail/' },
    },
    {
      name: 'platform-below-all',
      comment: 'modules → graphql, events, auth → http, database → platform.',
      severity: 'error',
      from: { path: '^server/src/platform/' },
      to: { path: '^server/src/', pathNot: '^server/src/platform/' },
    },
    {
      name: 'modules-through-index',
      comment:
        "A module's store, tables and rules are its own: others ask its service. Patterns of pages are pure, and settings are read by them before there are modules.",
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/' },
      to: {
        path: '^server/src/modules/',
        pathNot: [
          '^server/src/modules/$1/',
          '^server/src/modules/[^/]+/index\\.ts$',
          '^server/src/modules/subjects/page-pattern\\.ts$',
        ],
      },
    },
    {
      name: 'stores-only-touch-the-database',
      comment: 'SQL is in stores. Others may name the types of a transaction that they pass on.',
      severity: 'error',
      from: { path: '^(server/src|demo/seed)/', pathNot: knowsDatabase },
      to: { path: '^server/src/database/|node_modules/(kysely|pg)/|^node:sqlite$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-know-no-graphql',
      comment: 'Service, policy and store would serve a REST interface as well.',
      severity: 'error',
      from: { path: '^server/src/modules/.*-(service|policy|store|table)\\.ts$' },
      to: {
        path: 'node_modules/(graphql|graphql-yoga|@pothos/[^/]+|dataloader)/|^server/src/graphql/|-(schema|loaders)\\.ts$',
      },
    },
    {
      name: 'store-and-policy-below-service',
      comment: 'schema → service → policy, store.',
      severity: 'error',
      from: { path: '^server/src/modules/.*-(policy|store|table)\\.ts$' },
      to: { path: '-service\\.ts$' },
    },
    {
      name: 'schema-asks-the-service',
      comment: 'What a schema file reads from a store has been past no policy.',
      severity: 'error',
      from: { path: '^server/src/modules/.*-schema\\.ts$' },
      to: { path: '-store\\.ts$' },
    },
    {
      name: 'only-direct-dependencies',
      comment: 'A library that another one brought leaves with it.',
      severity: 'error',
      from: { path: '^(packages|server|demo)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    builtInModules: { add: ['node:sqlite'] },
    enhancedResolveOptions: {
      conditionNames: ['parvis-source', 'import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
