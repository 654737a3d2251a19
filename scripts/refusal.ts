/** What the person at the keyboard can put right: said in one line, without a stack. */
export class Refusal extends Error {
	override name = 'Refusal';
}
