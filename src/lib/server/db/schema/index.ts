// The one place that lists every table: Drizzle needs them together. Everything else imports a concept's own file.
export * from './accounts.ts';
export * from './applications.ts';
export * from './appointments.ts';
export * from './audit.ts';
export * from './booking.ts';
export * from './ceilings.ts';
export * from './changes.ts';
export * from './conversations.ts';
export * from './counters.ts';
export * from './documents.ts';
export * from './figures.ts';
export * from './guide.ts';
export * from './notifications.ts';
export * from './paper-content.ts';
export * from './renewals.ts';
export * from './resend-reasons.ts';
export * from './sne.ts';
