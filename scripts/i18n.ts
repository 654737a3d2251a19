import { command } from './command.ts';
import { compileMessages } from './messages.ts';

// npm run i18n
await command(async () => {
	await compileMessages();
	const { locales } = await import('../src/lib/paraglide/runtime.js');
	console.log(`Messages compiled: ${locales.join(', ')}.`);
});
