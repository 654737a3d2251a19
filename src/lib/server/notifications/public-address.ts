import { environment } from '../environment.ts';

/** An address of ours as a message carries it: whole, in the person's language. French has no prefix. */
export function publicAddress(path: string, locale: string): string {
	return `${environment().ORIGIN}${locale === 'fr' ? '' : `/${locale}`}${path}`;
}
