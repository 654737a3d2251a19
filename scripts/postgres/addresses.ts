import type { State } from './state.ts';

/** The addresses of a running database, each with its password. */
export interface Addresses {
	/** guichet_owner: owns the database, runs the migrations. */
	ownerUrl: string;
	/** guichet_web: what the application connects as. */
	webUrl: string;
	/** The superuser: backups, and tests that make databases. */
	adminUrl: string;
}

/** Where a running cluster answers. */
export function addressesOf({ port, passwords }: State): Addresses {
	const url = (role: string, password: string) =>
		`postgres://${role}:${password}@127.0.0.1:${port}/guichet`;
	return {
		ownerUrl: url('guichet_owner', passwords.owner),
		webUrl: url('guichet_web', passwords.web),
		adminUrl: url('postgres', passwords.admin)
	};
}

/** The same address for another database of the cluster. */
export function onDatabase(url: string, name: string): string {
	return url.replace(/[^/]+$/, name);
}
