import { fail, type RequestEvent } from '@sveltejs/kit';
import type { FormOutcome } from '../../domain/form-outcome.ts';
import type { Answer } from './attempt.ts';

/**
 * A try that did not succeed, as an HTTP answer: 422 when it was refused, 429 or 503 with Retry-After when it was not
 * even tried.
 * @param values what was typed and may be shown again
 */
export function answerRefusal(
	{ setHeaders }: Pick<RequestEvent, 'setHeaders'>,
	answer: Exclude<Answer<unknown>, { kind: 'accepted' }>,
	values: Partial<Record<string, string>>
) {
	if (answer.kind === 'refused') {
		return fail<FormOutcome>(422, { outcome: 'rule', rule: 'not-recognised', facts: {}, values });
	}
	const { seconds } = answer;
	setHeaders({ 'retry-after': String(seconds) });
	const status = answer.kind === 'busy' ? 503 : 429;
	return fail<FormOutcome>(status, { outcome: 'throttled', retryAfterSeconds: seconds, values });
}
