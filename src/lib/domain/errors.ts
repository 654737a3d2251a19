/**
 * The three ways a use case can say no. Anything else that is thrown is a fault of ours (500).
 * They carry names, never sentences: the words live in messages/, in the person's language.
 */

/** The record does not exist, or is not this person's: both answer 404, so that nobody can tell them apart. */
export class NotFound extends Error {
	override readonly name = 'NotFound';
	readonly what: string;

	constructor(what: string) {
		super(`not found: ${what}`);
		this.what = what;
	}
}

/** The actor is known but may not do this (403). */
export class Refused extends Error {
	override readonly name = 'Refused';
	readonly action: string;

	constructor(action: string) {
		super(`refused: ${action}`);
		this.action = action;
	}
}

/** A rule of the domain is broken by this input (422). `rule` is a stable kebab-case name; `facts` help to explain. */
export class RuleBroken extends Error {
	override readonly name = 'RuleBroken';
	readonly rule: string;
	readonly facts: Readonly<Record<string, string | number>>;

	constructor(rule: string, facts: Readonly<Record<string, string | number>> = {}) {
		super(`rule broken: ${rule}`);
		this.rule = rule;
		this.facts = facts;
	}
}
