import { timingSafeEqual } from 'node:crypto';
import { CHOICE_MINUTES } from '../../domain/accounts/activation-code.ts';
import { now } from '../clock.ts';
import { keyedHash } from './derived-key.ts';

/**
 * Between the two steps of an activation: says that the code of this row was typed right, a few minutes ago. Goes
 * through the form, so that the digits need not; worth nothing once the row is used, cancelled or expired.
 */
export function signChoice(codeId: string): string {
	const body = `${codeId}.${now().add({ minutes: CHOICE_MINUTES }).epochMilliseconds}`;
	return `${body}.${keyedHash('activation-choice', body).toString('base64url')}`;
}

/** @returns the row's id, or null for a token that is forged, altered or too old */
export function readChoice(token: string): string | null {
	const [codeId = '', until = '', signature = ''] = token.split('.');
	const expected = keyedHash('activation-choice', `${codeId}.${until}`);
	const given = Buffer.from(signature, 'base64url');
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
	return Number(until) > now().epochMilliseconds ? codeId : null;
}
