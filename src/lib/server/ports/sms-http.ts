import type { SendSms } from './sms.ts';

export type SmsProvider = {
	/** Where the provider takes messages. */
	url: string;
	/** The header that says who we are, whole: "Authorization: Bearer …". A secret. */
	header: string;
	sender: string;
	/** The body the provider wants, as JSON, with {to}, {from}, {text} and {id} in its texts. */
	template: string;
	/** Milliseconds. */
	timeout?: number;
};

/** Answers of a provider that has no time now, not of one that says no. */
const LATER = [408, 425, 429];

/**
 * Text messages by a provider's HTTP interface: one JSON POST a message, shaped by configuration, so that changing the
 * provider is no work on the program (docs/operations.md). What it refuses (4xx) is not tried again; silence, a fault of
 * its own and "too many" are. The message's id goes with it, so that a retry after a cut can be recognised.
 */
export function httpSms(provider: SmsProvider): SendSms {
	const { url, sender, template, timeout = 10_000 } = provider;
	const [name = '', ...value] = provider.header.split(':');
	return async ({ id, to, body }) => {
		const values = { to, from: sender, text: inSmsSigns(body), id };
		try {
			const answer = await fetch(url, {
				method: 'POST',
				redirect: 'error',
				signal: AbortSignal.timeout(timeout),
				headers: {
					[name.trim()]: value.join(':').trim(),
					'content-type': 'application/json',
					'idempotency-key': id
				},
				body: JSON.stringify(filled(JSON.parse(template), values))
			});
			await answer.body?.cancel();
			if (answer.ok) return { outcome: 'sent', detail: null };
			const isFinal = answer.status < 500 && !LATER.includes(answer.status);
			return { outcome: isFinal ? 'refused' : 'deferred', detail: `sms ${answer.status}` };
		} catch {
			return { outcome: 'deferred', detail: 'sms unreachable' };
		}
	};
}

/**
 * One sign outside the alphabet of text messages (3GPP TS 23.038, GSM 7-bit) and a message holds 70 signs instead of 160:
 * those of typography become the nearest that a phone has always had. Other scripts keep theirs.
 */
function inSmsSigns(text: string): string {
	return text
		.replace(/[\u00a0\u202f]/g, ' ')
		.replace(/[‘’]/g, "'")
		.replace(/«\s*|\s*»|[“”]/g, '"')
		.replaceAll('…', '...');
}

/** The template with its places filled, in texts alone: what is put in cannot change its shape. */
function filled(part: unknown, values: Record<string, string>): unknown {
	if (typeof part === 'string')
		return part.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
	if (Array.isArray(part)) return part.map((each) => filled(each, values));
	if (typeof part !== 'object' || part === null) return part;
	return Object.fromEntries(
		Object.entries(part).map(([key, value]) => [key, filled(value, values)])
	);
}
