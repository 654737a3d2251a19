import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fail } from './command.ts';
import { loadSeeds, openDemoDatabase, seedOnce } from './demo-database.ts';
import { compileMessages } from './messages.ts';
import { Refusal } from './refusal.ts';
import { root, tool } from './root.ts';
import { dataFolder } from './settings.ts';
import { onStop } from './stop.ts';

// npm run dev: the development server on the embedded database, with the demonstration's people.

// The people of the demonstration sign in here too.
process.env['GUICHET_MODE'] ||= 'demo';
const port = process.env['PORT'] || '3000';
process.env['ORIGIN'] ||= `http://localhost:${port}`;
const open: (() => Promise<void>)[] = [];
onStop(async () => {
	for (const close of open.reverse()) await close();
});

try {
	const dataDir = dataFolder();
	const onLost = () => fail(new Refusal('The database stopped by itself: see its postgres.log.'));
	await compileMessages();
	await loadSeeds();
	const postgres = await openDemoDatabase({
		dataDir,
		fresh: process.argv.includes('--fresh'),
		onLost
	});
	open.push(postgres.stop);
	await seedOnce(dataDir);
	const server = spawn(process.execPath, [tool('vite'), 'dev', '--port', port, '--strictPort'], {
		cwd: root,
		stdio: 'inherit'
	});
	open.push(async () => {
		if (server.exitCode === null && server.kill()) await once(server, 'exit');
	});
	server.once('exit', () => process.kill(process.pid, 'SIGTERM'));
} catch (error) {
	fail(error);
}
