/**
 * What a form action may answer when it does not succeed: a closed union, so that every screen shows every case.
 * `values` gives back what was typed (never a password or a code); names of errors are stable, texts live in messages/.
 */
export type FormOutcome<Field extends string = string> =
	| {
			outcome: 'invalid';
			errors: Partial<Record<Field, string>>;
			values: Partial<Record<Field, string>>;
	  }
	| {
			outcome: 'rule';
			rule: string;
			facts: Readonly<Record<string, string | number>>;
			values: Partial<Record<Field, string>>;
	  }
	| { outcome: 'throttled'; retryAfterSeconds: number; values: Partial<Record<Field, string>> };
