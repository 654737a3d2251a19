import { parentOf, processCommand } from './postgres/process-identity.ts';

/**
 * Runs `close` once, on Ctrl-C, on a polite kill, when the terminal goes or when npm, which
 * started us, is gone; then ends the process. A second Ctrl-C, later, does not wait.
 */
export function onStop(close: () => Promise<void>): void {
	let since: number | undefined;
	const stop = async () => {
		if (since !== undefined) {
			// One Ctrl-C comes twice: from the terminal, and passed on by npm.
			if (performance.now() - since > 1_000) process.exit(1);
			return;
		}
		since = performance.now();
		try {
			await close();
			process.exit(0);
		} catch (error) {
			console.error(error);
			process.exit(1);
		}
	};
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
	// The web server listens to SIGTERM and not to this one.
	process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));
	if (process.env['npm_lifecycle_event']) watchParent();
}

// npm killed outright cannot pass the signal on, and would leave us holding the port. It may
// have started us through a shell, which stays when npm goes.
function watchParent(): void {
	const throughShell = /^\S*sh -c /.test(processCommand(process.ppid));
	const line = () => `${process.ppid} ${throughShell ? parentOf(process.ppid) : ''}`;
	const atStart = line();
	const watch = setInterval(() => {
		if (line() === atStart) return;
		clearInterval(watch);
		process.kill(process.pid, 'SIGTERM');
	}, 1_000);
	watch.unref();
}
