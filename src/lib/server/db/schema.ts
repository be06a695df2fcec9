export * from './tables/attachments.ts';
export * from './tables/contacts.ts';
export * from './tables/job-events.ts';
export * from './tables/job-search.ts';
export * from './tables/jobs.ts';
export * from './tables/people.ts';
export * from './tables/shops.ts';
