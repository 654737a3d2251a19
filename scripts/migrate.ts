import { migrate } from '../src/lib/server/db/migrate.ts';
import { command } from './command.ts';
import { withDatabase } from './database.ts';
import { loadSettings } from './settings.ts';

// npm run db:migrate: brings the schema up to date, as the owner of the schema.
loadSettings();
await command(() =>
	withDatabase(async () => {
		// Not through environment(): migrating needs none of the application's secrets.
		const { DATABASE_OWNER_URL, DATABASE_URL } = process.env;
		await migrate(DATABASE_OWNER_URL || DATABASE_URL || '');
		console.log('The schema is up to date.');
	})
);
