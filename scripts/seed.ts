import { environment } from '../src/lib/server/environment.ts';
import { command } from './command.ts';
import { withDatabase } from './database.ts';
import { loadSettings } from './settings.ts';

// npm run db:seed: the reference data, then fictional people unless asked for `reference` alone.
loadSettings();
await command(() =>
	withDatabase(async () => {
		const { seedReference } = await import('../drizzle/seed/reference.ts');
		await seedReference();
		if (process.argv[2] === 'reference') return;
		if (environment().GUICHET_MODE === 'production') {
			console.log('Reference data only: fictional people are for demo and tests.');
			return;
		}
		const { seedDemo } = await import('../drizzle/seed/demo.ts');
		await seedDemo();
	})
);
