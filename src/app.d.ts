import type { Actor } from '$lib/domain/accounts/actor.ts';
import type { Device } from '$lib/domain/accounts/devices.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Said to the person and written in the log, so that the two can be matched. */
			reference?: string;
		}
		interface Locals {
			/** Never absent: somebody who has not signed in is the visitor. */
			actor: Actor;
			session: SessionView | null;
			/** The page as it leaves, once it is made (lib/server/hooks/locale.ts). */
			page?: Buffer<ArrayBuffer>;
		}
		interface PageData {
			session?:
				(Pick<SessionView, 'kind' | 'label'> & { person: string | null; own: boolean }) | null;
			demo?: boolean;
			theme?: string;
		}
	}
	/** What screens may know of a session. */
	interface SessionView {
		kind: 'applicant' | 'agent' | 'helper';
		/** The agent's or helper's name, or the applicant's first name. */
		label: string;
		/** For an applicant: what they signed in on, and a name for them that says nothing of who they are. */
		phone?: {
			device: Device;
			verifiedAt: Temporal.Instant;
			person: string;
		};
	}
}

declare module 'svelte/elements' {
	interface HTMLLinkAttributes {
		/** Of the HTML standard; not in Svelte's types yet. */
		blocking?: 'render';
	}
}

export {};
